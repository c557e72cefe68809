// Cold start: from spawn to the first paint, to a live session whose tasks are painted, and what it costs in CPU time.
import { startApp, type Side } from './lib/app.ts';
import { openCentre } from './lib/centre.ts';
import type { DevTools } from './lib/devtools.ts';
import { cpuMsOf } from './lib/process-tree.ts';
import { pairedRow, type Section } from './lib/report.ts';

const CHATS = 5;
const HISTORY = 50;

interface Start {
  readonly firstPaint: number;
  readonly cpu: number;
  /** Only Parley has a session: null for the floor. */
  readonly live: number | null;
}

/** The page tells when it painted first; asking for it later does not move it. */
const firstPaintAt = (page: DevTools): Promise<number> =>
  page.evaluate<number>(`new Promise((done) => {
    new PerformanceObserver((list, observer) => {
      for (const { name, startTime } of list.getEntries()) {
        if (name !== 'first-contentful-paint') continue;
        observer.disconnect();
        done(performance.timeOrigin + startTime);
      }
    }).observe({ type: 'paint', buffered: true });
  })`);

/** After the frame that shows the live session's time and all its chats. */
const liveAt = (page: DevTools): Promise<number> =>
  page.evaluate<number>(`new Promise((done) => {
    const complete = () => document.querySelectorAll('.task-list li').length >= ${String(CHATS)} && /Synced \\d/.test(document.querySelector('.task-list')?.textContent ?? '');
    const afterFrame = () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
    if (complete()) return afterFrame();
    const observer = new MutationObserver(() => {
      if (!complete()) return;
      observer.disconnect();
      afterFrame();
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  })`);

async function start(side: Side, env: Readonly<Record<string, string>>): Promise<Start> {
  const { page, pid, spawnedAt, close } = await startApp(side, env);
  try {
    const live = side === 'parley' ? liveAt(page) : Promise.resolve(null);
    const painted = await firstPaintAt(page);
    const cpu = cpuMsOf(pid);
    // The paint's own stamp is when the frame was shown, a little after its work was done.
    const lived = await live;
    return { firstPaint: painted - spawnedAt, cpu, live: lived === null ? null : Math.max(painted, lived) - spawnedAt };
  } finally {
    await close();
  }
}

export async function measureStartup(runs: number): Promise<Section> {
  const centre = await openCentre(CHATS, HISTORY);
  const all: Readonly<Record<Side, Start[]>> = { floor: [], parley: [] };
  try {
    // Both once unmeasured: the files are in the page cache for both sides alike.
    await start('floor', {});
    await start('parley', centre.env);
    for (let run = 0; run < runs; run += 1) {
      const order: readonly Side[] = run % 2 === 0 ? ['floor', 'parley'] : ['parley', 'floor'];
      for (const side of order) all[side].push(await start(side, side === 'parley' ? centre.env : {}));
    }
  } finally {
    await centre.close();
  }
  const floorPaint = all.floor.map(({ firstPaint }) => firstPaint);
  return {
    name: 'startup',
    rows: [
      pairedRow({ what: 'spawn to first contentful paint', unit: 'ms', parley: all.parley.map(({ firstPaint }) => firstPaint), floor: floorPaint, budget: '≤ 1.3 × floor' }),
      pairedRow({ what: `spawn to a live session, ${String(CHATS)} tasks painted, against the floor's first paint`, unit: 'ms', parley: all.parley.map(({ live }) => live ?? Number.NaN), floor: floorPaint, budget: '≤ 1.6 × floor' }),
      pairedRow({ what: 'CPU time of all processes to first paint', unit: 'ms', parley: all.parley.map(({ cpu }) => cpu), floor: all.floor.map(({ cpu }) => cpu), budget: '≤ 1.3 × floor' }),
    ],
    remarks: [`${String(runs)} pairs, floor and Parley in turn, each with a fresh profile, files in the page cache.`],
  };
}
