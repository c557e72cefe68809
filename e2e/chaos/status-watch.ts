// After each reconnect the agent's status must be the same on both sides within three seconds.
import type { DeskView } from '../../src-shared/ipc/view.ts';
import type { CentreState } from './centre.ts';
import { statusDiffers } from './compare.ts';
import { productNow, type Pace } from './pace.ts';

/** ms of product time. */
const LIMIT = 3_000;
/** Between two looks, ms of wall time. */
const LOOK = 20;
/** A difference counts when it was seen this often: a machine that stood still for the whole time saw nothing. */
const LOOKS = 10;

export interface StatusWatch {
  readonly viewed: (view: DeskView) => void;
  /** Something went wrong again: the three seconds do not count. */
  readonly disturbed: () => void;
}

export interface StatusWatchParts {
  readonly pace: Pace;
  readonly agentId: string;
  readonly view: () => DeskView | null;
  readonly state: () => Promise<CentreState>;
  readonly breach: (what: string) => void;
}

export function watchStatus({ pace, agentId, view, state, breach }: StatusWatchParts): StatusWatch {
  let syncedAt: number | null = null;
  let watching = 0;

  const look = async (mine: number, until: number, looks = 1): Promise<void> => {
    const differs = statusDiffers(view()?.agent?.status, await state(), agentId);
    if (differs === null || mine !== watching) return;
    if (productNow(pace) > until && looks >= LOOKS) breach(`3 s after a reconnect, ${differs}`);
    else setTimeout(() => { look(mine, until, looks + 1).catch(() => undefined); }, LOOK);
  };

  return {
    viewed: ({ connection }) => {
      if (connection.state !== 'live') {
        watching += 1;
        return;
      }
      if (connection.syncedAt === syncedAt) return;
      syncedAt = connection.syncedAt;
      watching += 1;
      look(watching, productNow(pace) + LIMIT).catch(() => undefined);
    },
    disturbed: () => { watching += 1; },
  };
}
