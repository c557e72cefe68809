// Simulated customers answer questions in Apple's own format, from the device they have at the time, the same under the same seed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromWire } from '../src-shared/apple/index.ts';
import { templateLibrary } from './organisation/template-library.ts';
import { messageTemplates } from './organisation/templates.ts';
import { INLINE_AT_MOST } from './people/answering.ts';
import { acceptNext, at, itemsOf, nth, startKit, type Desk, type Item, type Kit } from './testing/kit.ts';

let kit: Kit;
let sanne: Desk;
let taskId: string;

beforeEach(async () => {
  kit = await startKit();
  sanne = await kit.ready(0);
  taskId = await kit.openTask('Melissa Jansen', { capabilityList: 'LIST,TIME,QUICK,FORM', deviceAgent: 'iPhone OS' });
  await acceptNext(kit, sanne);
});
afterEach(() => kit.close());

const move = (body: Record<string, unknown>) => kit.service('POST', `/sandbox/tasks/${taskId}/customer`, body);
const ask = async (interactiveData: unknown): Promise<void> => {
  const channelParams = { type: 'interactive', message: { aliasId: crypto.randomUUID(), text: '' }, apple: { interactiveData } };
  const { status } = await sanne.api('POST', `/v2/tasks/${taskId}/messages`, { mediaType: 'social', messageDirection: 'OUTBOUND', channelParams });
  expect(status).toBe(201);
};
const messages = async (): Promise<readonly Item[]> => itemsOf(await sanne.api('GET', `/v2/tasks/${taskId}/messages?after=0`));
/** What the customer has written since the chat was opened. */
const answers = async (): Promise<readonly Item[]> => (await messages()).slice(1).filter((message) => message['senderType'] === 'customer');
const read = (message: Item) => fromWire({ type: String(at(message, 'channelParams', 'type')), text: '', attachments: [], apple: at(message, 'channelParams', 'apple'), inbound: true });

const template = (id: string): unknown => at(nth(messageTemplates(kit.clock.now()).filter((one) => one.id === id), 0), 'channelParams', 'apple', 'interactiveData');
/** As it goes out: the template with identifiers of this request. */
const asked = (id: string): Record<string, unknown> => {
  const data = template(id) as Record<string, unknown>;
  return { ...data, sessionIdentifier: 'session-1', data: { ...(data['data'] as object), requestIdentifier: 'request-1' } };
};

describe('an answer', () => {
  it('has the shape of the question, reduced to the choice, with its identifiers', async () => {
    await move({ answers: 'natural', pick: 1, afterMs: 0 });
    for (const id of ['under-warranty', 'which-machine', 'technician-visit', 'repair-request']) {
      await ask(asked(id));
      kit.clock.advance(1);
    }
    const given = await answers();
    expect(given.map(read).map(({ faults }) => faults)).toEqual([[], [], [], []]);
    for (const message of given) {
      expect(at(message, 'channelParams', 'apple', 'interactiveData', 'sessionIdentifier')).toBe('session-1');
      expect(at(message, 'channelParams', 'apple', 'interactiveData', 'data', 'requestIdentifier')).toBe('request-1');
    }
    const rich = given.map((message) => at(read(message).content, 'rich'));
    const keys = { request: 'request-1', session: 'session-1' };
    expect(rich[0]).toMatchObject({ kind: 'choiceAnswer', of: 'quickReply', keys, choices: [{ key: 'no', title: 'No' }] });
    expect(rich[1]).toMatchObject({ kind: 'choiceAnswer', of: 'listPicker', keys, choices: [{ key: 'lumen-7', title: 'Lumen 7' }], title: 'Which machine do you have?' });
    expect(rich[2]).toMatchObject({ kind: 'timeAnswer', keys, slot: { key: 'slot-2', seconds: 3_600 } });
    // The branch that was opened, and no more: noise, since when, remarks.
    expect(rich[3]).toMatchObject({ kind: 'formAnswer', keys, pages: [{ key: 'fault', values: ['It is noisy'] }, { key: 'since' }, { key: 'remarks', values: ['Please ring the bell twice'] }] });
    expect(at(given[1], 'channelParams', 'apple', 'interactiveData', 'data', 'replyMessage', 'title')).toBe('Lumen 7');
  });

  it('takes several where several may be taken, and along with it the pictures of what was chosen', async () => {
    await move({ answers: 'inline', pick: 0, afterMs: 0 });
    const item = (id: string) => ({ identifier: id, title: id, imageIdentifier: `of-${id}` });
    await ask({ data: { requestIdentifier: 'r', images: ['a', 'b', 'c'].map((id) => ({ identifier: `of-${id}`, data: 'x' })), listPicker: { sections: [
      { title: 'Several', multipleSelection: true, items: [item('a'), item('b'), item('c')] }, { title: 'One', multipleSelection: false, items: [item('d')] },
    ] } } });
    kit.clock.advance(1);
    const [answer] = await answers();
    const data = at(answer, 'channelParams', 'apple', 'interactiveData', 'data');
    expect(at(data, 'listPicker', 'sections')).toMatchObject([{ title: 'Several', items: [{ identifier: 'a' }, { identifier: 'b' }] }, { title: 'One', items: [{ identifier: 'd' }] }]);
    expect(at(data, 'images')).toMatchObject([{ identifier: 'of-a' }, { identifier: 'of-b' }]);
  });

  it('above Apple’s limit comes by reference first and by content after it, or never', async () => {
    await move({ answers: 'natural', pick: 0, afterMs: 5 });
    const large = { ...asked('which-machine'), replyMessage: { title: 'Chosen', subtitle: 'x'.repeat(INLINE_AT_MOST) } };
    await ask(large);
    kit.clock.advance(5);
    const [reference, ...early] = await answers();
    expect(early).toEqual([]);
    expect(at(reference, 'channelParams', 'apple', 'interactiveDataRef')).toMatchObject({ title: 'Which machine do you have?', size: expect.stringMatching(/^1\d{4}$/) as string });
    expect(read(nth([reference ?? {}], 0)).content).toMatchObject({ rich: { kind: 'deferred' } });
    kit.clock.advance(5);
    expect(at(nth(await answers(), 1), 'channelParams', 'apple', 'interactiveData', 'data', 'listPicker', 'sections', 0, 'items', 0, 'identifier')).toBe('aria-8');
    await move({ answers: 'lost', afterMs: 5 });
    await ask(large);
    kit.clock.advance(60_000);
    expect(await answers()).toHaveLength(3);
    expect(at(nth(await answers(), 2), 'channelParams', 'apple', 'interactiveData')).toBeUndefined();
  });

  it('comes before what the customer had to say anyway; nobody answers unless asked to', async () => {
    await ask(asked('under-warranty'));
    kit.clock.advance(60_000);
    expect(await answers()).toEqual([]);
    await move({ answers: 'natural', reply: 'By the way' });
    await ask(asked('under-warranty'));
    kit.clock.advance(60_000);
    expect((await answers()).map((message) => at(message, 'channelParams', 'type'))).toEqual(['interactive']);
    await sanne.api('POST', `/v2/tasks/${taskId}/messages`, { channelParams: { type: 'text', message: { aliasId: 'thanks', text: 'Thanks' } } });
    kit.clock.advance(60_000);
    expect((await answers()).map((message) => at(message, 'channelParams', 'type'))).toEqual(['interactive', 'text']);
  });

  it('is the same under the same seed', async () => {
    const given = async (): Promise<unknown> => {
      const own = await startKit({ seed: 23 });
      try {
        const desk = await own.ready(0);
        const chat = await own.openTask('Melissa Jansen', { capabilityList: 'LIST,TIME,QUICK,FORM' });
        await acceptNext(own, desk);
        await own.service('POST', `/sandbox/tasks/${chat}/customer`, { answers: 'natural', device: 'iPhone' });
        for (const id of ['repair-request', 'technician-visit', 'which-machine', 'under-warranty']) {
          const channelParams = { type: 'interactive', message: { aliasId: id, text: '' }, apple: { interactiveData: asked(id) } };
          expect((await desk.api('POST', `/v2/tasks/${chat}/messages`, { channelParams })).status).toBe(201);
          own.clock.advance(30_000);
        }
        return (await own.service('GET', `/v2/tasks/${chat}/messages?after=1`)).body;
      } finally {
        await own.close();
      }
    };
    const one = await given();
    expect(await given()).toEqual(one);
    expect(itemsOf({ status: 200, body: one })).toHaveLength(8);
  });
});

describe('devices', () => {
  it('are named by what the customer writes; one who changes goes from iPhone to Mac and back', async () => {
    const from = async (device: string, count: number): Promise<readonly unknown[]> => {
      const before = (await messages()).length;
      await move({ device });
      for (let line = 0; line < count; line += 1) await move({ say: `From ${device}` });
      return (await messages()).slice(before).map((message) => [message['deviceAgent'], message['capabilityList']]);
    };
    const [iPhone, mac] = [['iPhone OS', 'AUTH,LIST,TIME,QUICK,AUTH2,FORM'], ['Mac OS X', 'LIST,TIME,QUICK,AUTH2']];
    expect(await from('switching', 5)).toEqual([iPhone, iPhone, mac, mac, iPhone]);
    expect(await from('iPhone', 1)).toEqual([iPhone]);
    expect(await from('oldIPhone', 1)).toEqual([['iPhone OS', 'LIST,TIME,AUTH']]);
    expect(await from('iPad', 1)).toEqual([['iPhone OS', 'auth, list, time, quick, auth2, form']]);
    expect(await from('mac', 1)).toEqual([mac]);
    expect(await from('watch', 1)).toEqual([['Watch OS', '']]);
    expect(await from('unknown', 1)).toEqual([['iPhone OS', undefined]]);
    expect((await move({ device: 'abacus' })).status).toBe(400);
  });

  it('decide what may be sent, by their newest message', async () => {
    const form = async (): Promise<number> => (await sanne.api('POST', `/v2/tasks/${taskId}/messages`, { channelParams: { type: 'interactive', message: { aliasId: crypto.randomUUID(), text: '' }, apple: { interactiveData: asked('repair-request') } } })).status;
    expect(await form()).toBe(201);
    for (const [device, status] of [['mac', 409], ['iPad', 201], ['watch', 409], ['unknown', 409], ['oldIPhone', 409], ['iPhone', 201]] as const) {
      await move({ device, say: 'Hello again' });
      expect(await form(), device).toBe(status);
    }
  });
});

it('a library has as many templates as a scenario asks for, each with a name and a shortcut of its own', () => {
  const usual = messageTemplates(0);
  expect(templateLibrary(usual, null)).toBe(usual);
  const thousand = templateLibrary(usual, 1_000);
  expect(thousand).toHaveLength(1_000);
  for (const key of ['id', 'name', 'shortcut'] as const) expect(new Set(thousand.map((one) => one[key])).size, key).toBe(1_000);
  expect(thousand.slice(0, usual.length)).toEqual(usual);
  expect(new Set(thousand.map(({ type }) => type)).size).toBe(7);
});
