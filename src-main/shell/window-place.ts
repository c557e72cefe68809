// Where the window goes when it opens: where it was last on these displays, never out of sight. Pure.
import type { WindowPlace } from '../settings/window-places.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DisplayArea {
  readonly id: number;
  readonly workArea: Area;
}

/** As much of the window (px of its top strip) has to be on a display for it to be seen and dragged. */
const VISIBLE_WIDTH = 120;
const VISIBLE_HEIGHT = 40;

/** Names a set of displays: the desk in the office and the laptop on the road have a place each. */
export const layoutOf = (displays: readonly DisplayArea[]): string =>
  displays.map(({ workArea: { x, y, width, height } }) => `${x},${y},${width}x${height}`).sort().join(' ');

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/** The place to open at, or null for the default in the middle. */
export function placeOn(place: WindowPlace | null, displays: readonly DisplayArea[]): WindowPlace | null {
  if (place === null) return null;
  const isSeen = displays.some(({ workArea }) =>
    overlap(place.x, place.width, workArea.x, workArea.width) >= VISIBLE_WIDTH && place.y >= workArea.y - 1 && overlap(place.y, VISIBLE_HEIGHT, workArea.y, workArea.height) >= VISIBLE_HEIGHT);
  return isSeen ? place : null;
}
