// Memory of all processes with five long chats, every message of them loaded.
import { startApp, type Side } from './lib/app.ts';
import { loadWhole, openCentre, untilLive, type Centre } from './lib/centre.ts';
import { memoryOf } from './lib/process-tree.ts';
import { pairedRow, type Section } from './lib/report.ts';

const CHATS = 5;
const MESSAGES = 1_000;
/** The start is over and caches are as they stay. */
const SETTLES_AFTER_MS = 3_000;

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLES_AFTER_MS));

async function weigh(side: Side, centre: Centre): Promise<{ readonly pssMb: number; readonly processes: number }> {
  const app = await startApp(side, side === 'parley' ? centre.env : {});
  try {
    if (side === 'parley') {
      await untilLive(app.page, CHATS);
      for (const taskId of centre.taskIds) {
        const loaded = await loadWhole(app.page, taskId);
        if (loaded < MESSAGES) throw new Error(`only ${String(loaded)} messages are loaded`);
      }
    }
    await settle();
    return memoryOf(app.pid);
  } finally {
    await app.close();
  }
}

export async function measureMemory(runs: number): Promise<Section> {
  const centre = await openCentre(CHATS, MESSAGES);
  const parley: number[] = [];
  const floor: number[] = [];
  let processes = '';
  try {
    for (let run = 0; run < runs; run += 1) {
      const below = await weigh('floor', centre);
      const above = await weigh('parley', centre);
      floor.push(below.pssMb);
      parley.push(above.pssMb);
      processes = `${String(above.processes)} processes, the floor ${String(below.processes)}`;
    }
  } finally {
    await centre.close();
  }
  return {
    name: 'memory',
    rows: [pairedRow({ what: `PSS of all processes, ${String(CHATS)} chats with ${String(MESSAGES)} messages loaded in each`, unit: 'MB', parley, floor, budget: '≤ 1.35 × floor' })],
    remarks: [`${String(runs)} pairs, ${String(SETTLES_AFTER_MS / 1000)} s after the last message was loaded; ${processes}.`],
  };
}
