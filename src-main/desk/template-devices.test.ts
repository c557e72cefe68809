// The table of types and devices in docs/templates.md is what happens: each type to each device, through the whole desk to the ledger.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import { neededCapability, type DeviceCapabilities } from '../../src-shared/domain/capabilities.ts';
import type { OutboundKind } from '../../src-shared/domain/outbound.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';

/** The first words of a column, and the sandbox's devices it speaks of. */
const columns = { 'iPhone, iPad': ['iPhone', 'iPad'], 'old iPhone': ['oldIPhone'], Mac: ['mac'], Watch: ['watch'], 'no list': ['unknown'] } as const;
const capabilitiesOf: Readonly<Record<string, readonly string[] | null>> = { iPhone: ['QUICK', 'LIST', 'TIME', 'FORM'], iPad: ['QUICK', 'LIST', 'TIME', 'FORM'], oldIPhone: ['LIST', 'TIME'], mac: ['QUICK', 'LIST', 'TIME'], watch: [], unknown: null };
const templateOf: Readonly<Record<string, { readonly id: string; readonly kind: OutboundKind; readonly wire: string }>> = {
  'text': { id: 'moment', kind: 'text', wire: 'text' },
  'text with files': { id: 'warranty-terms', kind: 'attachments', wire: 'text-with-attachments' },
  'rich link': { id: 'book-online', kind: 'richLink', wire: 'richLink' },
  'quick reply': { id: 'under-warranty', kind: 'quickReply', wire: 'interactive' },
  'list picker': { id: 'which-machine', kind: 'listPicker', wire: 'interactive' },
  'time picker': { id: 'technician-visit', kind: 'timePicker', wire: 'interactive' },
  'form': { id: 'repair-request', kind: 'form', wire: 'interactive' },
};

const cells = (line: string): readonly string[] => line.split('|').slice(1, -1).map((cell) => cell.trim());
const [head = [], ...rows] = readFileSync(join(import.meta.dirname, '../../docs/templates.md'), 'utf8').split('\n').filter((line) => line.startsWith('|')).map(cells).filter(([first]) => first === 'Type' || (first ?? '') in templateOf);

let sandbox: Sandbox | undefined;
let desk: Desk | undefined;
afterEach(async () => {
  await desk?.close();
  await sandbox?.close();
});

test('the document says what happens', async () => {
  const box = await createSandbox({ seed: 7, pace: 0, scenario: { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }], teams: ['Sales'] }, settings: { reserveMs: 0 } } });
  sandbox = box;
  const [agent] = box.info.agents;
  const mine = await openDesk({ clock: realClock, centre: createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined }) });
  desk = mine;
  const wait = (holds: () => boolean | Promise<boolean>): Promise<void> => until(mine, holds, () => JSON.stringify(mine.view().open));
  mine.signInWith({ baseUrl: box.url, token: () => Promise.resolve(agent?.token ?? '') }, Promise.resolve());
  await wait(() => mine.view().connection.state === 'live' && mine.view().agent !== null);
  await mine.command('agent.setStatus', { status: { kind: 'available' } });
  const { data: { id: taskId } } = await control(box.info, 'POST', '/v2/tasks', {
    origin: { id: 'urn:mbid:1', name: 'Melissa Jansen', number: '+31612345678' }, channelType: 'social', channel: 'appleMessages', messageDirection: 'INBOUND',
    channelParams: { type: 'text', message: { aliasId: crypto.randomUUID(), text: 'Hello', timestamp: 1 } },
  }) as { readonly data: { readonly id: string } };
  await wait(() => mine.view().tasks[taskId]?.phase.name === 'offered');
  await mine.command('task.accept', { taskId });
  await wait(() => Object.keys(mine.view().open?.items ?? {}).length > 0);
  await mine.command('template.load', {});

  const types = async (): Promise<readonly string[]> => {
    const { data } = await control(box.info, 'GET', '/sandbox/ledger') as { readonly data: readonly { readonly kind: string; readonly accepted?: boolean; readonly message?: { readonly senderType: string; readonly channelParams: { readonly type: string } } }[] };
    return data.flatMap((entry) => (entry.kind === 'message' && entry.accepted === true && entry.message?.senderType === 'agent' ? [entry.message.channelParams.type] : []));
  };
  const isOf = (known: DeviceCapabilities | undefined, device: string): boolean =>
    known !== undefined && JSON.stringify(known.state === 'known' ? [...known.tokens].sort() : null) === JSON.stringify(capabilitiesOf[device]?.toSorted() ?? null);

  /** What becomes of a template that the agent chooses, and sends as text if it cannot go as it is. */
  const happens = async (type: string): Promise<string> => {
    const { id: templateId, wire } = templateOf[type] ?? { id: '', wire: '' };
    const before = (await types()).length;
    const whole = await mine.command('conversation.stage', { taskId, templateId, values: {}, edits: {} });
    if (!whole.ok) expect(whole.failure.code).toBe(mine.view().open?.capabilities.state === 'known' ? 'unsupportedByDevice' : 'capabilitiesUnknown');
    if (!whole.ok) await mine.command('conversation.stage', { taskId, templateId, values: {}, edits: {}, asText: true });
    expect(await mine.command('conversation.sendStaged', { taskId })).toMatchObject({ ok: true });
    await wait(async () => (await types()).length > before);
    const arrived = (await types()).at(-1);
    expect(arrived).toBe(whole.ok ? wire : 'text');
    return whole.ok ? 'sent' : 'as text';
  };

  for (const [index, title] of head.slice(2).entries()) {
    const [, devices] = Object.entries(columns).find(([name]) => title.startsWith(name)) ?? expect.unreachable(title);
    for (const device of devices) {
      await control(box.info, 'POST', `/sandbox/tasks/${taskId}/customer`, { device, say: device });
      await wait(() => isOf(mine.view().open?.capabilities, device) && Object.values(mine.view().open?.items ?? {}).some((item) => item.kind === 'message' && item.content.text.text === device));
      for (const row of rows) expect(await happens(row[0] ?? ''), `${row[0] ?? ''} to ${device}`).toBe(row[index + 2]);
    }
  }
  expect(rows).toHaveLength(7);
  for (const [type = '', needs] of rows) {
    const needed = neededCapability[templateOf[type]?.kind ?? 'text'];
    expect(needs, type).toBe(needed === null ? 'nothing' : `\`${needed}\``);
  }
  expect(head).toHaveLength(2 + Object.keys(columns).length);
});
