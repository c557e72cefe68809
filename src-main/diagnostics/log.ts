// The diagnostics log: events with short, typed fields. Text and tokens cannot get in, because a field is a number, a boolean
// or a word without spaces from our own code; anything else is written as its type and length.
import log from 'electron-log/main';
import { redactField } from './redact.ts';

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (event: string, fields?: LogFields) => void;

export interface LogFile {
  readonly log: Log;
  /** The last lines that were written, of earlier runs as well: what is asked about is often why the last one ended. */
  readonly recent: () => readonly LogLine[];
}

export interface LogLine {
  readonly at: string;
  readonly event: string;
  readonly fields: LogFields;
}

const LINES_IN_BUNDLE = 2_000;

export function openLog(): LogFile {
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.file.format = '{iso} {text}';
  return {
    log: (event, fields = {}) => {
      log.info(event, ...Object.entries(fields).map(([name, value]) => `${name}=${redactField(value)}`));
    },
    recent: () => {
      const files = [...log.transports.file.readAllLogs()].sort((a, b) => b.path.localeCompare(a.path));
      return files.flatMap(({ lines }) => parseLines(lines)).slice(-LINES_IN_BUNDLE);
    },
  };
}

/** Reads back what `log` wrote; what does not look like it is left out. */
export const parseLines = (lines: readonly string[]): readonly LogLine[] =>
  lines.flatMap((line) => {
    const [, at, event, rest] = /^(\d{4}-\d\d-\d\dT\S+) (\S+)(?: (.*))?$/.exec(line.trimEnd()) ?? [];
    if (at === undefined || event === undefined) return [];
    const fields = [...(rest ?? '').matchAll(/(\w+)=(<text \d+>|\S+)/g)].map(([, name = '', value = '']) => [name, /^\d+$/.test(value) ? Number(value) : value] as const);
    return [{ at, event, fields: Object.fromEntries(fields) }];
  });

/** The kind and place of an error, without its message: messages may quote what a customer wrote. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { kind: typeof error };
  const place = /\(?([\w.-]+:\d+:\d+)\)?\s*$/m.exec(error.stack ?? '')?.[1] ?? 'unknown';
  return { kind: error.name, place: `at.${place}` };
}
