// Where the agent was reading in each conversation, so that coming back shows the same lines. Kept for this window's life only.
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { TranscriptRow } from './transcript-rows.ts';

/** The first row in sight and how far it was scrolled past its start, in pixels. */
export interface ReadingPlace {
  readonly key: string;
  readonly past: number;
}

/** With the heights measured so far, so that the way there is as long as it was. */
export interface ScrollPlace extends ReadingPlace {
  readonly sizes: ReadonlyMap<string, number>;
}

/** More conversations than an agent has at once; the oldest place is forgotten first. */
const MOST_PLACES = 30;

export interface ScrollPlaces {
  readonly get: (taskId: TaskId) => ScrollPlace | undefined;
  /** null = at the end, which is where a conversation opens anyway. */
  readonly set: (taskId: TaskId, place: ScrollPlace | null) => void;
}

export function createScrollPlaces(): ScrollPlaces {
  const places = new Map<TaskId, ScrollPlace>();
  return {
    get: (taskId) => places.get(taskId),
    set: (taskId, place) => {
      places.delete(taskId);
      if (place === null) return;
      places.set(taskId, place);
      const [oldest] = places.keys();
      if (places.size > MOST_PLACES && oldest !== undefined) places.delete(oldest);
    },
  };
}

/** Pixels from the top at which the place is again; null when its row is not loaded. */
export function offsetOf(place: ScrollPlace, rows: readonly TranscriptRow[], estimate: (row: TranscriptRow) => number, gap: number, padding: number): number | null {
  let offset = padding;
  for (const row of rows) {
    if (row.key === place.key) return offset + place.past;
    offset += (place.sizes.get(row.key) ?? estimate(row)) + gap;
  }
  return null;
}
