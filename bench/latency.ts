// Latency: from a frame of the contact centre to its painted bubble, and from a key press to its painted character.
// The floor does the same in a page with nothing else in it.
import { WebSocketServer } from 'ws';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { nowMs, startApp } from './lib/app.ts';
import { loadWhole, openCentre, untilLive, type Centre } from './lib/centre.ts';
import type { DevTools } from './lib/devtools.ts';
import { inStep, pause, pressed, watchKeys } from './lib/keys.ts';
import { percentileRow, type Section } from './lib/report.ts';

const CHATS = 20;
const HISTORY = 250;
const MESSAGES_PER_SECOND = 50;
const SECONDS = 20;
/** Every fifth message goes to the open chat; only those have a bubble to paint. */
const OPEN_CHAT_SHARE = 5;
const KEYS = 200;
const CHARACTERS = 9_000;
/** Words with an end, one of them misspelled: that is when spelling is looked at. */
const TYPED = 'the technicain comes by ';

/** From now on the page notes, for every text `#n#` that appears in the transcript, when the frame showing it was done. */
const watchBubbles = (page: DevTools): Promise<void> =>
  page.evaluate<undefined>(`(() => {
    const painted = (window.benchPainted = {});
    const fresh = [];
    let asked = false;
    const note = () => {
      asked = false;
      const { port1, port2 } = new MessageChannel();
      const numbers = fresh.splice(0);
      port1.onmessage = () => { for (const number of numbers) painted[number] = performance.timeOrigin + performance.now(); };
      port2.postMessage(null);
    };
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) {
        for (const [, number] of (node.textContent ?? '').matchAll(/#(\\d+)#/g)) {
          if (number in painted || fresh.includes(number)) continue;
          fresh.push(number);
          if (!asked) requestAnimationFrame(note);
          asked = true;
        }
      }
    }).observe(document.querySelector('[role=log]'), { subtree: true, childList: true });
  })()`);

const paintedAt = (page: DevTools): Promise<Readonly<Record<string, number>>> => page.evaluate('window.benchPainted');

/** Keys in a text box of 9,000 characters. */
async function typing(page: DevTools): Promise<number[]> {
  await watchKeys(page, 'textarea');
  await page.call('Input.insertText', { text: 'The technician comes by. '.repeat(CHARACTERS / 25) });
  await pause(500);
  return pressed(page, Array.from({ length: KEYS }, (_, index) => TYPED.charAt(index % TYPED.length)));
}

interface Latencies {
  readonly bubbles: readonly number[];
  readonly keys: readonly number[];
}

async function ofParley(centre: Centre): Promise<Latencies> {
  const { page, close } = await startApp('parley', centre.env);
  try {
    await untilLive(page, CHATS);
    const [open = '', ...others] = centre.taskIds;
    await loadWhole(page, open);
    await page.evaluate(`(async () => { while (!document.querySelector('[role=log] .bubble') || !document.querySelector('textarea')) await new Promise(requestAnimationFrame); })()`);
    await watchBubbles(page);
    const before = await centre.sandbox.request('GET', '/sandbox/ledger?after=0');
    const known = (before.body as { meta: { last: number } }).meta.last;
    const sent: Promise<unknown>[] = [];
    await inStep(MESSAGES_PER_SECOND * SECONDS, MESSAGES_PER_SECOND, (index) => {
      const taskId = index % OPEN_CHAT_SHARE === 0 ? open : (others[index % others.length] ?? open);
      sent.push(centre.sandbox.request('POST', `/sandbox/tasks/${taskId}/customer`, { say: `Message #${String(index)}# of this burst` }));
    });
    await Promise.all(sent);
    await pause(1_000);
    const painted = await paintedAt(page);
    const bubbles = [...(await framesSent(centre, known, open))].map(([number, at]) => {
      const shown = painted[number];
      if (shown === undefined) throw new Error(`message ${number} has not been painted`);
      return shown - at;
    });
    return { bubbles, keys: await typing(page) };
  } finally {
    await close();
  }
}

/** When the sandbox wrote each numbered message of a chat, in whole ms; half a ms is the mean of what that hides. */
async function framesSent(centre: Centre, after: number, taskId: string): Promise<Map<string, number>> {
  const { body } = await centre.sandbox.request('GET', `/sandbox/ledger?after=${String(after)}`);
  const { data } = body as { data: { kind: string; taskId?: string; message?: { createdTime: number; channelParams: { message: { text: string } } } }[] };
  return new Map(data.flatMap(({ kind, taskId: of, message }) => {
    const number = /#(\d+)#/.exec(message?.channelParams.message.text ?? '')?.[1];
    return kind === 'message' && of === taskId && message !== undefined && number !== undefined ? [[number, message.createdTime + 0.5] as const] : [];
  }));
}

/** The same frames straight into a page that adds a line for each, with nothing in between. */
async function ofFloor(): Promise<Latencies> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { page, close } = await startApp('floor', { PARLEY_FLOOR_PAGE: 'echo.html' });
  try {
    const connected = once(server, 'connection') as Promise<[{ send(text: string): void }]>;
    await watchBubbles(page);
    await page.evaluate(`new WebSocket('ws://127.0.0.1:${String((server.address() as AddressInfo).port)}').onmessage = ({ data }) => {
      const line = document.createElement('p');
      line.textContent = data;
      const log = document.querySelector('[role=log]');
      log.prepend(line);
      if (log.childElementCount > 20) log.lastElementChild.remove();
    }; undefined`);
    const [socket] = await connected;
    const sentAt = new Map<string, number>();
    const rate = MESSAGES_PER_SECOND / OPEN_CHAT_SHARE;
    await inStep(rate * SECONDS, rate, (index) => {
      sentAt.set(String(index), nowMs());
      socket.send(`Message #${String(index)}# of this burst`);
    });
    await pause(1_000);
    const painted = await paintedAt(page);
    const bubbles = [...sentAt].flatMap(([number, at]) => (painted[number] === undefined ? [] : [painted[number] - at]));
    return { bubbles, keys: await typing(page) };
  } finally {
    await close();
    server.close();
  }
}

export async function measureLatency(runs: number): Promise<Section> {
  const parley: Latencies[] = [];
  const floor: Latencies[] = [];
  for (let run = 0; run < runs; run += 1) {
    floor.push(await ofFloor());
    const centre = await openCentre(CHATS, HISTORY);
    try {
      parley.push(await ofParley(centre));
    } finally {
      await centre.close();
    }
  }
  const row = (what: string, of: keyof Latencies, share: number, budget: string) =>
    percentileRow({ what, unit: 'ms', parley: parley.flatMap((one) => one[of]), floor: floor.flatMap((one) => one[of]), budget }, share);
  const bubble = `frame sent to bubble painted, ${String(CHATS)} chats, ${String(MESSAGES_PER_SECOND)} messages/s`;
  const key = `key press to painted, ${CHARACTERS.toLocaleString('en')} characters in the box`;
  return {
    name: 'latency',
    rows: [row(bubble, 'bubbles', 0.5, '≤ 16 ms'), row(bubble, 'bubbles', 0.99, '≤ 50 ms'), row(key, 'keys', 0.5, ''), row(key, 'keys', 0.99, '≤ 33 ms')],
    remarks: [
      `${String(parley.reduce((sum, { bubbles }) => sum + bubbles.length, 0))} bubbles and ${String(parley.reduce((sum, { keys }) => sum + keys.length, 0))} keys in ${String(runs)} runs; ${String(HISTORY)} messages loaded in the open chat.`,
      "The floor's page gets its frames straight from a socket and adds a line for each: no main process, no masking, no layout of a conversation.",
    ],
  };
}
