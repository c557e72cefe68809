// Scores findings against labelled messages: a value counts when its kind and every letter and digit agree,
// is fully hidden when all its letters and digits are, and a harmless message is touched by any finding.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SensitiveKind } from '../../../src-shared/domain/masking.ts';

export const KINDS: readonly SensitiveKind[] = ['CARD', 'IBAN', 'SSN', 'EMAIL', 'PHONE'];

/** A labelled place; `IGNORE` may be found or not. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly type: SensitiveKind | 'IGNORE';
  readonly msg?: number;
}

export interface LabelledMessage {
  readonly id: string;
  readonly category: string;
  readonly text: string;
  readonly spans: readonly Label[];
}

export interface LabelledConversation {
  readonly id: string;
  readonly category: string;
  readonly messages: readonly string[];
  readonly spans: readonly Label[];
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: SensitiveKind;
}

export interface Score {
  readonly f1: Readonly<Record<SensitiveKind, number>>;
  readonly macroF1: number;
  readonly fullyHidden: number;
  readonly harmlessTouched: number;
}

const readLines = (name: string): unknown[] =>
  readFileSync(fileURLToPath(new URL(`../../../test-data/masking/${name}`, import.meta.url)), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line));

/** The labelled messages of the repository. */
export const readMessages = (): LabelledMessage[] => readLines('pii-public.jsonl') as LabelledMessage[];

/** Messages written by hand before anybody looked at what the rules make of them (docs/masking.md). */
export const readHandWritten = (): LabelledMessage[] => readLines('pii-hand-written.jsonl') as LabelledMessage[];

/** The labelled conversations of the repository. */
export const readConversations = (): LabelledConversation[] => readLines('pii-multimessage-public.jsonl') as LabelledConversation[];

/** Offsets of the letters and digits in a range, as a key and as a list. */
function significant(text: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  for (let i = start; i < end; i += 1) if (/[\p{L}\p{N}\p{Cs}]/u.test(text[i] ?? '')) offsets.push(i);
  return offsets;
}

/** Scores `find` on labelled messages; all figures are shares of one. */
export function score(messages: readonly LabelledMessage[], find: (text: string) => readonly Found[]): Score {
  const counts = new Map(KINDS.map((kind) => [kind, { wanted: 0, found: 0, right: 0 }]));
  let values = 0;
  let hidden = 0;
  let harmless = 0;
  let touched = 0;
  for (const { text, category, spans } of messages) {
    const all = find(text);
    const covered = new Set(all.flatMap(({ start, end }) => significant(text, start, end)));
    const neutral = new Set(spans.filter(({ type }) => type === 'IGNORE').flatMap(({ start, end }) => significant(text, start, end)));
    const found = all.map((one) => ({ type: one.type, key: significant(text, one.start, one.end).filter((at) => !neutral.has(at)).join() })).filter(({ key }) => key !== '');
    for (const { type } of found) {
      const count = counts.get(type);
      if (count !== undefined) count.found += 1;
    }
    for (const { start, end, type } of spans) {
      const count = type === 'IGNORE' ? undefined : counts.get(type);
      if (count === undefined) continue;
      const wanted = significant(text, start, end);
      count.wanted += 1;
      values += 1;
      if (wanted.every((at) => covered.has(at))) hidden += 1;
      if (found.some((one) => one.type === type && one.key === wanted.join())) count.right += 1;
    }
    if (category === 'negative') {
      harmless += 1;
      if (found.length > 0) touched += 1;
    }
  }
  const f1 = Object.fromEntries(Array.from(counts, ([kind, { wanted, found, right }]) => [kind, (2 * right) / Math.max(1, wanted + found)])) as Record<SensitiveKind, number>;
  return {
    f1, macroF1: KINDS.reduce((sum, kind) => sum + f1[kind], 0) / KINDS.length,
    fullyHidden: hidden / Math.max(1, values), harmlessTouched: touched / Math.max(1, harmless),
  };
}
