// How much of a loaded conversation the window is given: its newest part, as far back as the agent was reading, and more as they go up. Pure.
import type { ItemView } from '../../src-shared/ipc/view.ts';

/** Items given when a conversation is opened; the screen shows about ten. */
const NEWEST = 300;
/** So few more are not worth a way to earlier ones. */
const SLACK = 100;
/** Before the line the agent was at. */
const ABOVE = 40;
/** Given more, at once, as the agent reads upwards. */
const STEP = 100;

type Items = Readonly<Record<string, ItemView>>;

const ordersOf = (items: Items): number[] => Object.values(items).map(({ order }) => order).sort((a, b) => a - b);

/** The `order` from which on a conversation is shown when it is opened; 0 = all of it. `readAt` null = the agent was at the end. */
export function shownAtOpening(items: Items, readAt: number | null): number {
  const orders = ordersOf(items);
  const newest = Math.max(0, orders.length - NEWEST);
  const place = readAt === null ? -1 : orders.findIndex((order) => order >= readAt);
  const first = place === -1 ? newest : Math.min(newest, Math.max(0, place - ABOVE));
  return first <= SLACK ? 0 : (orders[first] ?? 0);
}

/** From where on after one step upwards, or back to `to`. */
export function shownFurtherBack(items: Items, shownFrom: number, to: number | null): number {
  const orders = ordersOf(items);
  const first = to === null ? orders.findIndex((order) => order >= shownFrom) - STEP : orders.findIndex((order) => order >= to) - ABOVE;
  return first <= 0 ? 0 : Math.min(shownFrom, orders[first] ?? 0);
}
