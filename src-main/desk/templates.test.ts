// Templates from the library to the ledger: the whole desk against the real contact centre, every type as Apple's exact JSON.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import type { CommandArguments, CommandName, CommandValue } from '../../src-shared/ipc/commands.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { ItemView } from '../../src-shared/ipc/view.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';
import type { WorkFile } from './work.ts';

const IPHONE = 'AUTH,list, Time,QUICK,FORM,FOO';
const MAC = 'LIST,TIME,QUICK,AUTH2';
const BID = 'com.apple.messages.MSMessageExtensionBalloonPlugin:0000000000:com.apple.icloud.apps.messages.business.extension';

/** What is made anew for every message. */
const OWN = { aliasId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, timestamp: expect.any(Number) as number };

let sandbox: Sandbox;
let desk: Desk;
let taskId: string;
let content: unknown = null;
const desks: Desk[] = [];

const tell = (path: string, body: unknown, method = 'POST'): Promise<unknown> => control(sandbox.info, method, path, body);
const wait = (holds: () => boolean | Promise<boolean>): Promise<void> => until(desk, holds, () => JSON.stringify(desk.view().open));
const said = (text: string, device: Record<string, unknown>) => ({ channelType: 'social', channel: 'appleMessages', messageDirection: 'INBOUND', channelParams: { type: 'text', message: { aliasId: crypto.randomUUID(), text, timestamp: 1 } }, ...device });
const writes = async (text: string, device: Record<string, unknown>): Promise<void> => {
  await tell(`/v2/tasks/${taskId}/messages`, said(text, device));
  await wait(() => Object.values(desk.view().open?.items ?? {}).some((item) => item.kind === 'message' && item.content.text.text === text));
};
const done = async <N extends CommandName>(name: N, args: CommandArguments<N>): Promise<CommandValue<N>> => {
  const result: Result<CommandValue<N>> = await desk.command(name, args);
  if (!result.ok) throw new Error(`${name}: ${result.failure.code}`);
  return result.value;
};
const staged = () => desk.view().open?.staged;
const own = (): readonly Extract<ItemView, { kind: 'message' }>[] => Object.values(desk.view().open?.items ?? {}).filter((item) => item.kind === 'message').filter((item) => item.from === 'self');

interface Sent { readonly type: string; readonly message: Record<string, unknown>; readonly apple?: unknown }
/** What the contact centre took from the agent, in order. */
const ledger = async (): Promise<readonly Sent[]> => {
  const { data } = await tell('/sandbox/ledger', undefined, 'GET') as { readonly data: readonly { readonly kind: string; readonly accepted?: boolean; readonly message?: { readonly senderType: string; readonly channelParams: Sent } }[] };
  return data.flatMap((entry) => (entry.kind === 'message' && entry.accepted === true && entry.message?.senderType === 'agent' ? [entry.message.channelParams] : []));
};
/** Sends a template as it is and answers what arrived. */
async function sent(templateId: string, values: Record<string, string> = {}, edits: CommandArguments<'conversation.stage'>['edits'] = {}): Promise<Sent> {
  const before = (await ledger()).length;
  await done('conversation.stage', { taskId, templateId, values, edits });
  expect(staged()?.state).toEqual({ state: 'ready' });
  await done('conversation.sendStaged', { taskId });
  expect(staged()).toBeNull();
  await wait(async () => (await ledger()).length > before);
  const [last] = (await ledger()).slice(-1);
  if (!last) throw new Error('Nothing was sent.');
  return last;
}

const file = (): WorkFile => ({ durable: true, read: () => Promise.resolve(structuredClone(content)), write: (next) => { content = structuredClone(next); return Promise.resolve(); } });

async function start(): Promise<void> {
  const [agent] = sandbox.info.agents;
  const centre = createContactCentre({ clock: realClock, random: Math.random, newId: () => crypto.randomUUID(), log: () => undefined });
  desk = await openDesk({ clock: realClock, centre, workFile: file });
  desks.push(desk);
  desk.signInWith({ baseUrl: sandbox.url, token: () => Promise.resolve(agent?.token ?? '') }, Promise.resolve());
  await wait(() => desk.view().connection.state === 'live' && desk.view().agent !== null);
}

beforeEach(async () => {
  content = null;
  sandbox = await createSandbox({ seed: 7, pace: 0, scenario: { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }], teams: ['Sales'] }, settings: { reserveMs: 0 } } });
  await start();
  await desk.command('agent.setStatus', { status: { kind: 'available' } });
  const created = await tell('/v2/tasks', {
    origin: { id: 'urn:mbid:1', name: 'Melissa Jansen', number: '+31612345678' }, globalVariables: { order: '48210', phone: '+31612347542' },
    ...said('Hello', { capabilityList: IPHONE, deviceAgent: 'iPhone OS' }),
  }) as { readonly data: { readonly id: string } };
  taskId = created.data.id;
  await wait(() => desk.view().tasks[taskId]?.phase.name === 'offered');
  await done('task.accept', { taskId });
  await wait(() => Object.keys(desk.view().open?.items ?? {}).length > 0);
  await done('template.load', {});
});
afterEach(async () => {
  for (const one of desks.splice(0)) await one.close();
  await sandbox.close();
});

describe('what arrives', () => {
  test('text goes into the compose box, with what the chat knows in its places', async () => {
    const prepared = await done('template.prepare', { taskId, templateId: 'hello', values: {}, edits: {} });
    expect(prepared).toMatchObject({
      insert: 'Hello Melissa Jansen, this is Sanne de Wit from Halden & Vos. How can I help you?', issues: [], compatibility: { ok: true },
      variables: [{ name: 'customer.name', source: 'customer' }, { name: 'agent.name', source: 'agent' }],
    });
    await done('conversation.send', { taskId, text: prepared.insert ?? '' });
    await wait(async () => (await ledger()).length === 1);
    expect(await ledger()).toEqual([{ type: 'text', message: { ...OWN, text: 'Hello Melissa Jansen, this is Sanne de Wit from Halden & Vos. How can I help you?' } }]);
  });

  test('text with a file', async () => {
    expect(await sent('garantie-pdf')).toEqual({
      type: 'text-with-attachments',
      message: { ...OWN, text: 'Hierbij onze garantievoorwaarden.\uFFFC', attachments: [{ fileName: 'garantie.pdf', mimeType: 'application/pdf', fileUrl: '/v2/attachments/library-warranty' }] },
    });
  });

  test('rich link', async () => {
    expect(await sent('book-online', {}, { title: 'Book a visit' })).toEqual({
      type: 'richLink', message: { ...OWN, text: 'https://www.haldenvos.example/repairs' }, apple: { richLinkData: { url: 'https://www.haldenvos.example/repairs', title: 'Book a visit', assets: {} } },
    });
  });

  test('quick reply', async () => {
    expect(await sent('under-warranty')).toEqual({
      type: 'interactive', message: { ...OWN, text: 'Is your machine still under warranty?' },
      apple: { interactiveData: { bid: BID, useLiveLayout: true, data: { version: '1.0', requestIdentifier: OWN.aliasId, 'quick-reply': {
        summaryText: 'Is your machine still under warranty?', items: [{ identifier: 'yes', title: 'Yes' }, { identifier: 'no', title: 'No' }, { identifier: 'unsure', title: 'I’m not sure' }],
      } } } },
    });
  });

  test('list picker, without the items that were taken out', async () => {
    expect(await sent('which-machine', {}, { without: ['lumen-7', 'aria-9'] })).toEqual({ type: 'interactive', message: { ...OWN, text: 'Which machine do you have?' }, apple: { interactiveData: {
      bid: BID, useLiveLayout: true,
      data: { version: '1.0', requestIdentifier: OWN.aliasId, listPicker: { sections: [
        { title: 'Washing machines', order: 0, multipleSelection: false, items: [{ identifier: 'aria-8', title: 'Aria 8', subtitle: 'AW-8140, 8 kg', order: 0, style: 'icon' }] },
      ] } },
      receivedMessage: { title: 'Which machine do you have?', subtitle: 'Tap to choose', style: 'icon' }, replyMessage: { title: 'Selected machine', style: 'icon' },
    } } });
  });

  test('time picker, at the times the agent chose, with the zone of the first', async () => {
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const visit = await sent('technician-visit', {}, { slots: [{ key: 'a', start: Date.parse(`${day}T09:30:00Z`), seconds: 5_400 }], zone: 'Asia/Kolkata' });
    expect(visit).toEqual({ type: 'interactive', message: { ...OWN, text: 'When may the technician come?' }, apple: { interactiveData: {
      bid: BID, useLiveLayout: true, receivedMessage: { title: 'Technician visit', subtitle: 'Choose a time', style: 'icon' }, replyMessage: { title: 'Chosen time', style: 'icon' },
      data: { version: '1.0', requestIdentifier: OWN.aliasId, event: {
        identifier: 'technician-visit', title: 'Technician visit', timezoneOffset: 330, timeslots: [{ identifier: 'a', startTime: `${day}T09:30+0000`, duration: 5_400 }],
      } },
    } } });
  });

  test('form', async () => {
    expect(await sent('repair-request')).toEqual({ type: 'interactive', message: { ...OWN, text: 'Repair request' }, apple: { interactiveData: {
      bid: BID, useLiveLayout: true, receivedMessage: { title: 'Repair request', subtitle: 'Three questions', style: 'icon' }, replyMessage: { title: 'Tap to view your response.' },
      data: { version: '1.0', requestIdentifier: OWN.aliasId, dynamic: { version: '1.2', template: 'messageForms', data: {
        startPageIdentifier: 'fault', showSummary: true,
        pages: [
          { pageIdentifier: 'fault', type: 'select', title: 'Fault', subtitle: 'What is wrong?', multipleSelection: false, items: [{ identifier: 'leak', title: 'It leaks', value: 'leak', nextPageIdentifier: 'since' }, { identifier: 'noise', title: 'It is noisy', value: 'noise', nextPageIdentifier: 'since' }] },
          { pageIdentifier: 'since', type: 'datePicker', title: 'Since when', subtitle: 'When did it start?', options: { dateFormat: 'MM/dd/yyyy', labelText: 'Date' }, nextPageIdentifier: 'remarks' },
          { pageIdentifier: 'remarks', type: 'input', title: 'Remarks', subtitle: 'Anything else?', options: { required: false, inputType: 'multiline', placeholder: 'Optional', maximumCharacterCount: 300 }, submitForm: true },
        ],
      } } },
    } } });
  });

  test('a link of the agent’s own, and a card as words after the draft', async () => {
    expect(await desk.command('conversation.stageLink', { taskId, url: 'javascript:alert(1)' })).toMatchObject({ ok: false, failure: { code: 'badAddress' } });
    await done('conversation.stageLink', { taskId, url: ' https://www.haldenvos.example/x ' });
    await done('conversation.sendStaged', { taskId });
    await done('conversation.stage', { taskId, templateId: 'under-warranty', values: {}, edits: {}, asText: true });
    await done('conversation.send', { taskId, text: 'One more thing:' });
    await done('conversation.sendStaged', { taskId });
    await wait(async () => (await ledger()).length === 3);
    expect((await ledger()).map(({ type, message }) => [type, message['text']])).toEqual([
      ['richLink', 'https://www.haldenvos.example/x'], ['text', 'One more thing:'],
      ['text', 'Is your machine still under warranty?\n• Yes\n• No\n• I’m not sure\nPlease reply with your choice.'],
    ]);
  });
});

describe('places to fill', () => {
  test('without a value they block, and a value typed for them fills them', async () => {
    const { issues, insert, variables } = await done('template.prepare', { taskId, templateId: 'monteur', values: { date: 'maandag', from: '9:00' }, edits: {} });
    expect(insert).toBeNull();
    expect(issues).toEqual([{ path: 'to', code: 'unresolved', severity: 'error', values: { name: 'to' } }]);
    expect(variables.find(({ name }) => name === 'order')).toMatchObject({ source: 'data', value: { text: '48210' } });
    expect(await desk.command('conversation.stage', { taskId, templateId: 'monteur', values: {}, edits: {} })).toMatchObject({ ok: false, failure: { code: 'templateUnready', values: { count: 3 } } });
  });

  test('what is hidden is shown masked, sent raw, and never handed to the window', async () => {
    const prepared = await done('template.prepare', { taskId, templateId: 'refund', values: { order: '+31612347542' }, edits: {} });
    expect(prepared.insert).toBeNull();
    expect(JSON.stringify(prepared)).not.toContain('31612347');
    const { message } = await sent('refund', { order: '+31612347542' });
    expect(message['text']).toContain('+31612347542');
    expect(JSON.stringify(own())).not.toContain('31612347');
  });
});

describe('a device that changes', () => {
  test('turns a waiting card, keeps it, and lets it go as words', async () => {
    await done('conversation.stage', { taskId, templateId: 'repair-request', values: {}, edits: {} });
    await writes('On my Mac now', { capabilityList: MAC, deviceAgent: 'Mac OS X' });
    expect(staged()?.state).toMatchObject({ state: 'incompatible', reason: 'unsupportedByDevice', missing: 'FORM', device: 'mac' });
    expect(await desk.command('conversation.sendStaged', { taskId })).toMatchObject({ ok: false, failure: { code: 'unsupportedByDevice' } });
    expect(await desk.command('conversation.stage', { taskId, templateId: 'repair-request', values: {}, edits: {} })).toMatchObject({ ok: false, failure: { code: 'unsupportedByDevice' } });
    await writes('No list at all', { deviceAgent: 'iPhone OS' });
    expect(staged()?.state).toMatchObject({ state: 'incompatible', reason: 'capabilitiesUnknown' });
    await done('conversation.sendStagedAsText', { taskId });
    await wait(async () => (await ledger()).length === 1);
    expect((await ledger())[0]).toMatchObject({ type: 'text', message: { text: 'Repair request\n\n1. What is wrong?\n• It leaks\n• It is noisy\n\n2. When did it start?\n\n3. Anything else?\n\nPlease reply with your answers.' } });
  });

  test('holds back what waits in the outbox, and gives it back as a card', async () => {
    await tell('/sandbox/faults', { target: 'rest', kind: 'refuse', status: 429, method: 'POST', path: '/messages', caller: 'agent', count: 1_000 });
    await done('conversation.send', { taskId, text: 'First' });
    await done('conversation.stage', { taskId, templateId: 'repair-request', values: {}, edits: {} });
    await done('conversation.sendStaged', { taskId });
    expect(own().map(({ content: shown, delivery }) => [shown.kind, delivery.state])).toContainEqual(['rich', 'queued']);
    await writes('On my Mac now', { capabilityList: MAC, deviceAgent: 'Mac OS X' });
    const failed = own().find(({ delivery }) => delivery.state === 'failed');
    expect(failed).toMatchObject({ content: { kind: 'rich', rich: { kind: 'form', title: { text: 'Repair request' } } }, delivery: { failure: { code: 'unsupportedByDevice' }, retryable: false } });
    // A message without a list: the card still waits, and the reason is that nothing is known.
    await writes('No list at all', { deviceAgent: 'Watch OS' });
    expect(own().find(({ delivery }) => delivery.state === 'failed')).toMatchObject({ delivery: { failure: { code: 'capabilitiesUnknown' }, retryable: false } });
    const itemId = failed?.itemId ?? '';
    expect(await done('conversation.takeBack', { taskId, itemId })).toEqual({ text: '', staged: true });
    expect(staged()).toMatchObject({ templateId: 'repair-request', state: { state: 'incompatible' } });
    await writes('Back on the phone', { capabilityList: IPHONE, deviceAgent: 'iPhone OS' });
    expect(staged()?.state).toEqual({ state: 'ready' });
    await done('conversation.sendStaged', { taskId });
    await tell('/sandbox/faults', undefined, 'DELETE');
    await wait(async () => (await ledger()).length === 2);
  });
});

test('a card is there after a kill, and a deleted business account withdraws it', async () => {
  await done('conversation.setDraft', { taskId, text: 'half a sentence' });
  await done('conversation.stage', { taskId, templateId: 'technician-visit', values: {}, edits: {} });
  await desk.close();
  await start();
  await wait(() => desk.view().open?.staged?.state.state === 'ready');
  expect(desk.view().open).toMatchObject({ draft: 'half a sentence', staged: { templateId: 'technician-visit', name: 'Technician visit' } });
  await tell(`/sandbox/assets/${sandbox.info.assets[0]?.id ?? ''}`, undefined, 'DELETE');
  await wait(() => staged()?.state.state === 'withdrawn');
  expect(staged()?.state).toEqual({ state: 'withdrawn', why: 'asset' });
  expect(await desk.command('conversation.sendStaged', { taskId })).toMatchObject({ ok: false, failure: { code: 'assetRemoved' } });
});

test('a card that waits in the outbox survives a kill, and a deleted business account keeps it from going', async () => {
  await tell('/sandbox/faults', { target: 'rest', kind: 'refuse', status: 429, method: 'POST', path: '/messages', caller: 'agent', count: 1_000 });
  await done('conversation.stage', { taskId, templateId: 'welk-apparaat', values: {}, edits: {} });
  await done('conversation.sendStaged', { taskId });
  await done('conversation.stage', { taskId, templateId: 'nog-garantie', values: {}, edits: {} });
  await done('conversation.sendStaged', { taskId });
  await desk.close();
  await start();
  await wait(() => own().length === 2);
  expect(own().map(({ content: shown }) => (shown.kind === 'rich' ? shown.rich.kind : shown.kind)).sort()).toEqual(['listPicker', 'quickReply']);
  await tell(`/sandbox/assets/${sandbox.info.assets[0]?.id ?? ''}`, undefined, 'DELETE');
  // After a kill they may have arrived: the contact centre says that they have not, as soon as it can be asked.
  await tell('/sandbox/faults', undefined, 'DELETE');
  await wait(() => own().length > 0 && own().every(({ delivery }) => delivery.state === 'failed'));
  expect(own().map(({ delivery }) => (delivery.state === 'failed' ? delivery.failure.code : ''))).toEqual(['assetRemoved', 'assetRemoved']);
  expect(await ledger()).toEqual([]);
});

test('a card that failed goes as its words, in their language, and the agent’s own words go as they were typed', async () => {
  await tell('/sandbox/faults', { target: 'rest', kind: 'refuse', status: 429, method: 'POST', path: '/messages', caller: 'agent', count: 1_000 });
  await done('conversation.send', { taskId, text: 'First' });
  await done('conversation.stage', { taskId, templateId: 'nog-garantie', values: {}, edits: {} });
  await done('conversation.sendStaged', { taskId });
  await writes('Watch', { capabilityList: '', deviceAgent: 'Watch OS' });
  await wait(() => own().some(({ delivery }) => delivery.state === 'failed'));
  await done('conversation.sendAsText', { taskId, itemId: own().find(({ delivery }) => delivery.state === 'failed')?.itemId ?? '' });
  await tell('/sandbox/faults', undefined, 'DELETE');
  await wait(async () => (await ledger()).length === 2);
  expect((await ledger()).map(({ message }) => message['text'])).toEqual(['First', 'Heeft uw apparaat nog garantie?\n• Ja\n• Nee\n• Weet ik niet\nAntwoord met uw keuze.']);
});

test('a slot that is over keeps its card, and what was changed is there to go on from', async () => {
  const slots = [{ key: 'a', start: Date.now() + 1_200, seconds: 3_600 }];
  await done('conversation.stage', { taskId, templateId: 'monteur-tijd', values: {}, edits: { slots } });
  await wait(() => staged()?.state.state === 'invalid');
  expect(staged()).toMatchObject({ state: { issues: [{ path: 'event.slots.0', code: 'slotPast' }] }, edits: { slots } });
  expect(await desk.command('conversation.sendStaged', { taskId })).toMatchObject({ ok: false, failure: { code: 'slotsPassed' } });
  expect(await desk.command('conversation.stage', { taskId, templateId: 'nobody', values: {}, edits: {} })).toMatchObject({ ok: false, failure: { code: 'templateWithdrawn' } });
  await done('conversation.unstage', { taskId });
  expect(staged()).toBeNull();
});

test('masking that is switched on later hides what waits', async () => {
  await tell('/sandbox/policy', { masking: false });
  await wait(() => !desk.view().app.masking);
  await done('conversation.stage', { taskId, templateId: 'refund', values: { order: '+31612347542' }, edits: {} });
  expect(JSON.stringify(staged())).toContain('The refund for order +31612347542');
  await tell('/sandbox/policy', { masking: true });
  await wait(() => desk.view().app.masking && !JSON.stringify({ ...staged(), values: null }).includes('31612347'));
});

test('policy on files withdraws the templates that have one, and gives them back', async () => {
  await tell('/sandbox/policy', { attachments: { allowed: false } });
  await wait(() => desk.view().templates.list['garantie-pdf']?.withdrawn === 'policy');
  expect(await desk.command('conversation.stage', { taskId, templateId: 'garantie-pdf', values: {}, edits: {} })).toMatchObject({ ok: false, failure: { code: 'templateWithdrawn' } });
  await tell('/sandbox/policy', { attachments: { allowed: true } });
  await wait(() => desk.view().templates.list['garantie-pdf']?.withdrawn === null);
});

test('favourites and use are counted', async () => {
  await done('template.favourite', { templateId: 'hello', favourite: true });
  await done('template.used', { templateId: 'hello' });
  await sent('under-warranty');
  expect(desk.view().templates.list['hello']).toMatchObject({ favourite: true, uses: 1 });
  expect(desk.view().templates.list['under-warranty']).toMatchObject({ favourite: false, uses: 1, needs: 'QUICK' });
});
