// Lenient fields of the contact-centre schemas: a newer or careless server may leave out, mistype or overfill anything
// that is not an identity. Such a field falls back instead of failing the frame; only ids and sequence numbers are strict.
import * as v from 'valibot';

/** Longest text of a message: the server refuses bodies over 2 MB, so nothing longer can be genuine. */
export const MAX_MESSAGE_TEXT = 2_000_000;
const MAX_ID = 200;

/** An entry read by `read`; a missing key gives `missing`. Never fails. */
const lenient = <T>(read: (value: unknown) => T, missing: T) => v.fallback(v.pipe(v.unknown(), v.transform(read)), () => missing);

const toText = (value: unknown, max: number): string | null => {
  if (typeof value === 'string') return value.length > max ? value.slice(0, max) : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
};

const toBoolean = (value: unknown): boolean | null => {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
};

const toNumber = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

/** Identity: strict, 1-200 characters. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID));

/** Text cut at `max` UTF-16 units; anything that is not text (or a number) is the empty string. */
export const text = (max = 1_000) => lenient((value) => toText(value, max) ?? '', '');

/** As `text`, with null for what is missing or is not text. */
export const maybeText = (max = 1_000) => lenient<string | null>((value) => toText(value, max), null);

/** Booleans arrive as true, "true" or "True". */
export const bool = (missing = false) => lenient((value) => toBoolean(value) ?? missing, missing);

/** Numbers arrive as 30 or "30". */
export const number = (missing: number) => lenient((value) => toNumber(value) ?? missing, missing);

export const maybeNumber = () => lenient<number | null>(toNumber, null);

/** The items that fit `item`; the others are dropped. Not an array = none. */
export const list = <T>(item: v.GenericSchema<unknown, T>) =>
  lenient<T[]>((value) => (Array.isArray(value) ? value.flatMap((entry) => fitting(item, entry)) : []), []);

/** The entries of an object that fit `item`, by key; the others are dropped. Not an object = none. */
export const table = <T>(item: v.GenericSchema<unknown, T>) => lenient<Record<string, T>>((value) => readTable(item, value), {});

/** `schema`, or null where the value is missing or does not fit. */
export const maybe = <T>(schema: v.GenericSchema<unknown, T>) => lenient<T | null>((value) => fitting(schema, value)[0] ?? null, null);

/** `schema` with all its own fallbacks where the value is missing or is not an object. */
export const part = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.pipe(v.unknown(), v.transform((value) => v.parse(schema, isRecord(value) ? value : {}))), () => v.parse(schema, {}));

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fitting<T>(schema: v.GenericSchema<unknown, T>, value: unknown): [T] | [] {
  const result = v.safeParse(schema, value);
  return result.success ? [result.output] : [];
}

function readTable<T>(item: v.GenericSchema<unknown, T>, value: unknown): Record<string, T> {
  const entries: Record<string, T> = {};
  if (!isRecord(value)) return entries;
  for (const key of Object.keys(value)) {
    // A key that would reach the prototype is never an id.
    if (key === '__proto__' || key.length > MAX_ID) continue;
    const [entry] = fitting(item, value[key]);
    if (entry !== undefined) entries[key] = entry;
  }
  return entries;
}
