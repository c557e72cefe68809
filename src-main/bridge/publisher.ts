// Publishes the view: a snapshot on request, then what changed, one batch a frame, under a growing revision.
import type { Clock } from '../../src-shared/domain/clock.ts';
import { diff, type Patch, type Snapshot } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';

/** One display frame at 60 Hz (ms): more often than this nobody can see a change. */
const FRAME = 16;

export interface Publisher {
  readonly snapshot: () => Snapshot<DeskView>;
  /** The state may have changed. */
  readonly changed: () => void;
  readonly stop: () => void;
}

/** The first change after a quiet frame goes at once, the rest of a burst together. */
export function createPublisher(view: () => DeskView, send: (patch: Patch) => void, clock: Clock): Publisher {
  let published: DeskView | null = null;
  let revision = 0;
  let lastAt = -Infinity;
  let cancel: (() => void) | null = null;

  const flush = (): void => {
    cancel = null;
    if (!published) return;
    const next = view();
    const operations = diff(asTree(published), asTree(next));
    published = next;
    if (operations.length === 0) return;
    revision += 1;
    lastAt = clock.now();
    send({ revision, operations });
  };

  return {
    snapshot: () => {
      cancel?.();
      cancel = null;
      published = view();
      revision += 1;
      return { revision, view: published };
    },
    changed: () => {
      if (cancel || !published) return;
      // Never within the change itself: several actions of one event belong into one patch.
      cancel = clock.setTimer(Math.max(0, lastAt + FRAME - clock.now()), flush);
    },
    stop: () => {
      cancel?.();
      published = null;
    },
  };
}

const asTree = (view: DeskView): Readonly<Record<string, unknown>> => ({ ...view });
