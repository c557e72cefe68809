// What may be written down of a run: numbers, switches, and words without spaces from our own code. Everything else becomes its length.

/** Codes, kinds and names of commands look like this; names, numbers of customers, addresses and tokens do not. */
const WORD = /^[A-Za-z][A-Za-z0-9_.:-]{0,40}$/;
const VERSION = /^\d{1,4}(\.\d{1,4}){1,3}(-[A-Za-z0-9.-]{1,30})?$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
const REDACTED = /^<text \d{1,9}>$/;
const LONG_DIGITS = /\d{5}/;

/** What may be written of a field. */
export function redactField(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  return WORD.test(value) && !LONG_DIGITS.test(value) ? value : `<text ${String(value.length)}>`;
}

const isHarmless = (text: string): boolean => text === '' || REDACTED.test(text) || ((WORD.test(text) || VERSION.test(text) || MOMENT.test(text)) && !LONG_DIGITS.test(text));

/** A whole tree, names of its branches included; versions and moments of time pass as well. */
export function redactTree(value: unknown): unknown {
  if (typeof value === 'string') return isHarmless(value) ? value : redactField(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.map(redactTree);
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([name, one]) => [isHarmless(name) ? name : redactField(name), redactTree(one)]));
}
