// A choice shows at once what was chosen, while main is still being told: without this a control would jump back for a moment.
import { useState } from 'react';

/** `value` is what holds; the wanted one shows until `value` changes. */
export function useWanted<T>(value: T): readonly [T, (wanted: T) => void] {
  const [wanted, setWanted] = useState<{ readonly value: T; readonly over: T } | null>(null);
  const shown = wanted !== null && Object.is(wanted.over, value) ? wanted.value : value;
  return [shown, (next) => { setWanted({ value: next, over: value }); }];
}
