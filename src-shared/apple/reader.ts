// Reads Apple's JSON leniently: what does not fit is left out and noted by name, never by content, and nothing is ever thrown.
import { MAX_UI_TEXT, READ_AT_MOST } from './limits.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Reader {
  /** What did not fit so far. */
  readonly faults: readonly string[];
  readonly note: (fault: string) => void;
  /** A line of text: white space runs are one space. null = there is none. */
  readonly line: (value: unknown, name: string) => string | null;
  /** Text with its line breaks. */
  readonly words: (value: unknown) => string | null;
  /** Objects of a list, in the order they are to be shown. */
  readonly items: (value: unknown, name: string) => readonly Json[];
}

/** U+FFFC marks the place of an attachment and is nothing to read. */
export const OBJECT_PLACE = '\uFFFC';

export const record = (value: unknown): Json | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null);

/** An own property; what every object inherits is not a part of the JSON. */
export const at = (object: Json | null, key: string): unknown => (object !== null && Object.hasOwn(object, key) ? object[key] : undefined);

export const idOf = (value: unknown): string | null => {
  const id = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  return typeof id === 'string' && id !== '' ? id.slice(0, READ_AT_MOST.id) : null;
};

/** A number that some senders write as text. */
export const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

export function createReader(): Reader {
  const faults: string[] = [];
  const note = (fault: string): void => { if (!faults.includes(fault)) faults.push(fault); };
  const words = (value: unknown): string | null => {
    const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
    if (typeof text !== 'string') return null;
    const clean = text.slice(0, READ_AT_MOST.text).replaceAll(OBJECT_PLACE, '').trim();
    return clean === '' ? null : clean;
  };
  return {
    faults, note, words,
    line: (value, name) => {
      const text = words(value)?.replace(/\s+/gu, ' ') ?? null;
      if (text !== null && text.length > MAX_UI_TEXT) note(`${name} long`);
      return text;
    },
    items: (value, name) => {
      if (!Array.isArray(value)) {
        if (value !== undefined) note(name);
        return [];
      }
      const all: readonly unknown[] = value;
      const read = all.slice(0, READ_AT_MOST.items).map(record).filter((one) => one !== null);
      if (read.length < all.length) note(name);
      // Apple's order is a number beside each item; items without one stay where they stand.
      return read.map((item, index) => ({ item, order: numberOf(at(item, 'order')) ?? index })).sort((a, b) => a.order - b.order).map(({ item }) => item);
    },
  };
}
