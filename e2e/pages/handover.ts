// The transfer and conference requests as the agent uses them.
import type { Locator } from '@playwright/test';
import { expect } from '../fixtures/app.ts';
import type { Workspace } from './workspace.ts';

export interface Handover {
  readonly dialog: Locator;
  /** Shows queues or agents. */
  show(type: 'Queue' | 'Agent'): Promise<void>;
  option(name: string): Locator;
  choose(type: 'Queue' | 'Agent', name: string): Promise<void>;
  confirm(): Promise<void>;
}

/** Opens the dialog of the open conversation. */
export async function openHandover(desk: Workspace, kind: 'Transfer' | 'Conference'): Promise<Handover> {
  await desk.conversation.getByRole('button', { name: kind, exact: true }).click();
  const dialog = desk.page.getByRole('dialog', { name: `${kind} request` });
  await expect(dialog).toBeVisible();
  const option = (name: string): Locator => dialog.getByRole('option', { name: new RegExp(`^${name}`) });
  const show = async (type: 'Queue' | 'Agent'): Promise<void> => {
    await dialog.getByText(type, { exact: true }).click();
    await expect(dialog.getByRole('radio', { name: type })).toBeChecked();
  };
  return {
    dialog, option, show,
    choose: async (type, name) => {
      await show(type);
      await option(name).click();
    },
    confirm: () => dialog.getByRole('button', { name: kind, exact: true }).click(),
  };
}

/** Hands the open conversation over and waits until the dialog has gone. */
export async function handOver(desk: Workspace, kind: 'Transfer' | 'Conference', type: 'Queue' | 'Agent', name: string): Promise<void> {
  const handover = await openHandover(desk, kind);
  await handover.choose(type, name);
  await handover.confirm();
  await expect(handover.dialog).toBeHidden();
}
