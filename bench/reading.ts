// Reading: frame times while a conversation of 10,000 messages of every kind is scrolled through, and the switch to one of 5,000.
import { startApp } from './lib/app.ts';
import { openCentre, openChat, untilLive } from './lib/centre.ts';
import type { DevTools } from './lib/devtools.ts';
import { percentile } from './lib/figures.ts';
import { countedRow, percentileRow, type Section } from './lib/report.ts';

const LONG = 10_000;
/** Pixels a frame: 7,200 a second at 60 Hz, faster than anybody reads. */
const STEP = 120;
/** Frames from each of the places, which lie evenly from the end of the conversation to its beginning. */
const FRAMES = 120;
const PLACES = 12;

const SWITCHED = 5_000;
const SWITCHES = 20;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** As a search does that has a hit at the beginning. */
async function loadAtOnce(page: DevTools, taskId: string, messages: number): Promise<void> {
  await openChat(page, taskId);
  const loaded = await page.evaluate<number>(`(async () => {
    const taskId = ${JSON.stringify(taskId)};
    await window.parley.command('conversation.loadBackTo', { taskId, order: 1 });
    return Object.keys((await window.parley.snapshot()).view.open.items).length;
  })()`);
  if (loaded < messages) throw new Error(`only ${String(loaded)} messages are loaded`);
}

/** Scrolls upwards from one place after the other; ms between the frames, one that was waited for before the first left out. */
const framesOf = (page: DevTools): Promise<number[]> => page.evaluate<number[]>(`(async () => {
  const log = document.querySelector('.log-scroll');
  const frame = () => new Promise(requestAnimationFrame);
  const times = [];
  for (let place = 0; place < ${String(PLACES)}; place += 1) {
    log.scrollTop = (log.scrollHeight - log.clientHeight) * (1 - place / ${String(PLACES)});
    for (let quiet = 0; quiet < 30; quiet += 1) await frame();
    let before = await frame();
    for (let step = 0; step < ${String(FRAMES)}; step += 1) {
      log.scrollTop -= ${String(STEP)};
      const now = await frame();
      times.push(now - before);
      before = now;
    }
  }
  return times;
})()`);

/** The floor: the same in a page of plain lines, all of them in it. */
const FLOOR_PAGE = `(() => {
  const log = document.createElement('div');
  log.className = 'log-scroll';
  Object.assign(log.style, { height: '600px', overflow: 'auto' });
  for (let line = 0; line < ${String(LONG)}; line += 1) {
    const text = document.createElement('p');
    text.textContent = 'Message ' + line + ' of an earlier time';
    log.append(text);
  }
  document.body.replaceChildren(log);
})()`;

export async function measureScroll(runs: number): Promise<Section> {
  const parley: number[] = [];
  const floor: number[] = [];
  const centre = await openCentre(1, LONG, { historyKind: 'mixed' });
  try {
    for (let run = 0; run < runs; run += 1) {
      const bare = await startApp('floor');
      try {
        await bare.page.evaluate(FLOOR_PAGE);
        await pause(1_000);
        floor.push(...await framesOf(bare.page));
      } finally {
        await bare.close();
      }
      const app = await startApp('parley', centre.env);
      try {
        await untilLive(app.page, 1);
        await loadAtOnce(app.page, centre.taskIds[0] ?? '', LONG);
        await app.page.evaluate(`(async () => { while (!document.querySelector('.log-scroll .bubble')) await new Promise(requestAnimationFrame); })()`);
        await pause(2_000);
        parley.push(...await framesOf(app.page));
      } finally {
        await app.close();
      }
    }
  } finally {
    await centre.close();
  }
  const what = `frame while scrolling ${LONG.toLocaleString('en')} mixed messages`;
  const within = (samples: readonly number[]): number => (100 * samples.filter((time) => time <= 33.4).length) / samples.length;
  return {
    name: 'scroll',
    rows: [
      percentileRow({ what, unit: 'ms', parley, floor, budget: '' }, 0.5),
      percentileRow({ what, unit: 'ms', parley, floor, budget: '≤ 33 ms' }, 0.99),
      countedRow('frames within 33 ms', '%', within(parley), '≥ 99 %'),
      countedRow('the slowest frame', 'ms', Math.max(...parley), '≤ 100 ms'),
      countedRow("the floor's slowest frame", 'ms', Math.max(...floor), ''),
    ],
    remarks: [`${String(parley.length)} frames of ${String(STEP)} px in ${String(runs)} runs, from ${String(PLACES)} places of the conversation, most of them never drawn before; the floor has plain lines, all of them in the page.`],
  };
}

/** Goes to and fro between two chats through the task list; ms from the click to the end of the frame that shows the other's messages. */
const switchesOf = (page: DevTools): Promise<number[]> => page.evaluate<number[]>(`(async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  }));
  const name = () => document.querySelector('.log-scroll')?.getAttribute('aria-label') ?? '';
  const times = [];
  for (let turn = 0; turn < ${String(SWITCHES)}; turn += 1) {
    const before = name();
    const other = [...document.querySelectorAll('.task-list .task')].find((row) => row.getAttribute('aria-current') !== 'true');
    const begin = performance.now();
    other.click();
    for (;;) {
      const at = await painted();
      if (name() === before || !document.querySelector('.log-scroll .bubble')) continue;
      times.push(at - begin);
      break;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  return times;
})()`);

export async function measureSwitch(runs: number): Promise<Section> {
  const long: number[] = [];
  const short: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const [messages, into] of [[50, short], [SWITCHED, long]] as const) {
      const centre = await openCentre(2, messages, { historyKind: 'mixed' });
      try {
        const app = await startApp('parley', centre.env);
        try {
          await untilLive(app.page, 2);
          for (const taskId of centre.taskIds) await loadAtOnce(app.page, taskId, messages);
          await pause(2_000);
          into.push(...await switchesOf(app.page));
        } finally {
          await app.close();
        }
      } finally {
        await centre.close();
      }
    }
  }
  const what = `switch to a conversation of ${SWITCHED.toLocaleString('en')} messages, click to painted`;
  return {
    name: 'switch',
    rows: [
      percentileRow({ what, unit: 'ms', parley: long, floor: [], budget: '' }, 0.5),
      percentileRow({ what, unit: 'ms', parley: long, floor: [], budget: '≤ 80 ms' }, 0.95),
      countedRow('the same with 50 messages, p50', 'ms', percentile(short, 0.5), ''),
    ],
    remarks: [`${String(long.length)} switches to and fro in ${String(runs)} runs, every message of both loaded.`],
  };
}
