// What a run does, line by line, for reading why a seed failed: steps, and what changes in the window.
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { productNow, type Pace } from './pace.ts';
import type { Step } from './steps.ts';

export interface Trace {
  readonly step: (step: Step) => void;
  readonly viewed: (view: DeskView) => void;
  readonly say: (text: string) => void;
}

export const noTrace: Trace = { step: () => undefined, viewed: () => undefined, say: () => undefined };

export function openTrace(pace: Pace, write: (line: string) => void): Trace {
  let last: Readonly<Record<string, string>> = {};
  const say = (text: string): void => { write(`${((productNow(pace) - pace.origin) / 1_000).toFixed(2).padStart(7)} s  ${text}`); };
  const linesOf = (view: DeskView): Record<string, string> => ({
    session: view.session.step,
    connection: view.connection.state,
    status: view.agent?.status.kind ?? 'none',
    ...Object.fromEntries(Object.values(view.tasks).map((task) => [`task ${task.taskId.slice(0, 8)} ${task.customerName.text}`, `${task.phase.name}${task.busy === null ? '' : ` (${task.busy})`}`])),
    ...Object.fromEntries(Object.entries(view.notices).map(([id, notice]) => [`notice ${id.slice(0, 8)}`, notice.kind])),
    ...Object.fromEntries(Object.values(view.open?.items ?? {}).flatMap((item) => (item.kind === 'message' ? [[`"${item.content.text.text}"`, item.delivery.state]] : []))),
  });
  return {
    say,
    step: (step) => { say(`> ${JSON.stringify(step)}`); },
    viewed: (view) => {
      const now = linesOf(view);
      for (const [key, value] of Object.entries(now)) if (last[key] !== value) say(`  ${key}: ${value}`);
      for (const key of Object.keys(last)) if (!(key in now)) say(`  ${key}: gone`);
      last = now;
    },
  };
}
