// Memory of all processes with five long chats, every message of them loaded.
import { startApp, type Side } from './lib/app.ts';
import { loadWhole, openCentre, openChat, untilLive, type Centre } from './lib/centre.ts';
import { memoryOf, type Memory, type Part } from './lib/process-tree.ts';
import { pairedRow, type Section } from './lib/report.ts';

const CHATS = 5;
const MESSAGES = 1_000;
/** The start is over and caches are as they stay. */
const SETTLES_AFTER_MS = 3_000;

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, SETTLES_AFTER_MS));

/**
 * `unopened`: signed in, the chats are in the list; `opened`: each looked at once, so that its latest page is there; `loaded`: each
 * scrolled back to its first message; `collected`: the same after the page's garbage was collected.
 */
const cases = ['floor', 'unopened', 'opened', 'loaded'] as const;
type Case = (typeof cases)[number] | 'collected';

async function weigh(what: (typeof cases)[number], centre: Centre): Promise<Partial<Record<Case, Memory>>> {
  const side: Side = what === 'floor' ? 'floor' : 'parley';
  const app = await startApp(side, side === 'parley' ? centre.env : {});
  try {
    if (side === 'parley') await untilLive(app.page, CHATS);
    if (what === 'opened') for (const taskId of centre.taskIds) await openChat(app.page, taskId);
    if (what === 'loaded') {
      for (const taskId of centre.taskIds) {
        const loaded = await loadWhole(app.page, taskId);
        if (loaded < MESSAGES) throw new Error(`only ${String(loaded)} messages are loaded`);
      }
    }
    await settle();
    const memory = memoryOf(app.pid);
    if (what !== 'loaded') return { [what]: memory };
    await app.page.call('HeapProfiler.collectGarbage');
    await settle();
    return { loaded: memory, collected: memoryOf(app.pid) };
  } finally {
    await app.close();
  }
}

export async function measureMemory(runs: number): Promise<Section> {
  const centre = await openCentre(CHATS, MESSAGES);
  const rounds: Partial<Record<Case, Memory>>[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const round: Partial<Record<Case, Memory>> = {};
      for (const what of cases) Object.assign(round, await weigh(what, centre));
      rounds.push(round);
    }
  } finally {
    await centre.close();
  }
  const of = (what: Case): Memory[] => rounds.map((round) => round[what]).filter((memory) => memory !== undefined);
  const row = (what: string, state: Case, part: Part | null, budget = '') => {
    const read = (memory: Memory): number => (part === null ? memory.pssMb : memory.parts[part]);
    return pairedRow({ what, unit: 'MB', parley: of(state).map(read), floor: of('floor').map(read), budget });
  };
  const chats = `${String(CHATS)} chats of ${MESSAGES.toLocaleString('en')} messages`;
  const budget = '≤ 1.35 × floor';
  return {
    name: 'memory',
    rows: [
      row(`PSS of all processes, ${chats}, none opened`, 'unopened', null, budget),
      row('each opened once', 'opened', null, budget),
      row('each scrolled back to its first message', 'loaded', null, budget),
      row('the same after a garbage collection in the page', 'collected', null, budget),
      row('of it the main process', 'collected', 'main'),
      row('of it the page', 'collected', 'page'),
    ],
    remarks: [`${String(runs)} rounds, each state from a fresh start, ${String(SETTLES_AFTER_MS / 1000)} s after the last message came; ${String(of('loaded')[0]?.processes ?? 0)} processes, the floor ${String(of('floor')[0]?.processes ?? 0)}.`],
  };
}
