// The template picker and the staged card as the agent uses them, and the customer's side of it.
import type { Locator } from '@playwright/test';
import { expect, type Sandbox } from '../fixtures/app.ts';
import type { Workspace } from './workspace.ts';

export interface TemplatesPage {
  readonly picker: Locator;
  readonly search: Locator;
  readonly rows: Locator;
  readonly preview: Locator;
  /** The card above the compose box. */
  readonly staged: Locator;
  readonly row: (name: string) => Locator;
  /** Opens the picker with the key and puts the template that is searched for in front. */
  readonly find: (term: string, name: string) => Promise<void>;
}

export function templatesOf({ page, composer, conversation }: Workspace): TemplatesPage {
  const picker = page.getByRole('dialog', { name: 'Templates' });
  const search = picker.getByRole('combobox', { name: 'Search templates' });
  const rows = picker.getByRole('row');
  const row = (name: string): Locator => picker.getByRole('row', { name, exact: true });
  return {
    picker, search, rows, row,
    preview: picker.getByRole('region', { name: 'Preview' }),
    staged: conversation.getByRole('region', { name: /^Ready to send: / }),
    find: async (term, name) => {
      await composer.press('/');
      await expect(search).toBeFocused();
      await search.fill(term);
      await expect(row(name)).toHaveAttribute('aria-selected', 'true');
    },
  };
}

/** What a customer of the sandbox does: speaks from a device, answers questions. */
export async function moveCustomer(sandbox: Sandbox, taskId: string, what: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, body } = await sandbox.request('POST', `/sandbox/tasks/${taskId}/customer`, what);
  expect(status, JSON.stringify(body)).toBe(204);
}

/** `channelParams` of every message an agent has sent, oldest first, as the contact centre wrote them down. */
export async function sentBy(sandbox: Sandbox, taskId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { body } = await sandbox.request('GET', '/sandbox/ledger');
  const { data } = body as { data: { kind: string; taskId?: string; accepted?: boolean; message?: { senderType: string; channelParams: Record<string, unknown> } }[] };
  return data.flatMap((line) => (line.kind === 'message' && line.taskId === taskId && line.message?.senderType === 'agent' ? [line.message.channelParams] : []));
}

/** A template as the library has it. */
export async function templateOf(sandbox: Sandbox, id: string): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await sandbox.request('GET', `/organization/${sandbox.orgId}/v2/message-template?filter=id==${id}`);
  const [template] = (body as { data: { channelParams: Record<string, unknown> }[] }).data;
  if (template === undefined) throw new Error(`there is no template ${id}`);
  return template.channelParams;
}
