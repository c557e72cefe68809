// The diagnostics log: events with short, typed fields. Text and tokens cannot get in, because a field is a number, a boolean
// or a word without spaces from our own code; anything else is written as its type and length.
import log from 'electron-log/main';

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (event: string, fields?: LogFields) => void;

/** Codes, kinds and versions look like this; names, numbers of customers, addresses and tokens do not. */
const WORD = /^[A-Za-z][A-Za-z0-9_.:-]{0,40}$/;
const LONG_DIGITS = /\d{5}/;

/** What may be written of a field. */
export function redactField(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  return WORD.test(value) && !LONG_DIGITS.test(value) ? value : `<text ${String(value.length)}>`;
}

export function openLog(): Log {
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1024 * 1024;
  return (event, fields = {}) => {
    log.info(event, ...Object.entries(fields).map(([name, value]) => `${name}=${redactField(value)}`));
  };
}

/** The kind and place of an error, without its message: messages may quote what a customer wrote. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { kind: typeof error };
  const place = /\(?([\w.-]+:\d+:\d+)\)?\s*$/m.exec(error.stack ?? '')?.[1] ?? 'unknown';
  return { kind: error.name, place: `at.${place}` };
}
