// Where the window was, for each set of displays, in a plain file.
import Store from 'electron-store';
import * as v from 'valibot';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const placeSchema = v.object({ x: pixels, y: pixels, width: pixels, height: pixels, maximised: v.boolean() });

export type WindowPlace = Readonly<v.InferOutput<typeof placeSchema>>;

export interface WindowPlaces {
  readonly read: (layout: string) => WindowPlace | null;
  readonly write: (layout: string, place: WindowPlace) => void;
}

/** Sets of displays that are remembered; a laptop meets many meeting rooms. */
const MOST_LAYOUTS = 20;

export function openWindowPlaces(): WindowPlaces {
  const store = new Store<Record<string, unknown>>({ name: 'window', clearInvalidConfig: true, accessPropertiesByDotNotation: false });
  return {
    read: (layout) => {
      const place = v.safeParse(placeSchema, store.get(layout));
      return place.success ? place.output : null;
    },
    write: (layout, place) => {
      // Written last is kept longest.
      const others = Object.entries(store.store).filter(([name]) => name !== layout).slice(-(MOST_LAYOUTS - 1));
      store.store = { ...Object.fromEntries(others), [layout]: place };
    },
  };
}
