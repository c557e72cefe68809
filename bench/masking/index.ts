// How fast masking is, beside two peers on the same data in the same run: messages and megabytes a second, the cost of a message with
// nothing in it, and the worst of many hostile texts of 10,000 characters (`hostile.ts` measures those more closely). All in processor
// time of the thread, which says the same on a busy machine.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMasker } from '../../src-main/masking/index.ts';
import { SHAPES, repeated } from '../../src-main/masking/testing/hostile-shapes.ts';
import { HOSTILE_LENGTH, threadMilliseconds } from './hostile.ts';
import { type Contender, peers } from './peers.ts';

/** One contender's figures. */
export interface MaskingFigures {
  readonly name: string;
  /** The labelled messages, most of which hold a value. */
  readonly labelledPerSecond: number;
  /** An ordinary chat: one message in twenty holds a value. */
  readonly chatPerSecond: number;
  readonly chatMegabytesPerSecond: number;
  readonly plainMicroseconds: number;
  readonly worstMilliseconds: number;
  readonly worstShape: string;
}

const PLAIN = [
  'Hi, where is my order? I have been waiting for a week now', 'thanks!', 'Can you cancel my subscription please?', 'hallo, mijn pakket is niet aangekomen', 'Je voudrais un remboursement',
  'I ordered two shirts on 12 May, order 4500123987', 'ok', 'Ich warte seit 3 Tagen auf eine Antwort', 'It arrived broken, 2 of the 6 cups', 'No hablo ingl\u00e9s, lo siento', 'yes that would be great, what time do you close today?',
  'Is the blue one in stock in size 42?', 'il mio pacco non \u00e8 arrivato', 'I will be home after 17:30', 'the total was \u20ac 49,95 but I paid \u20ac 59,95', 'Obrigado pela ajuda', 'no, still not working', 'perfect, thank you so much for your help!', 'hmm',
];

const HOSTILE_PATIENCE_MS = 20_000;

const labelled = (): string[] =>
  readFileSync(resolve('test-data/masking/pii-public.jsonl'), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { readonly text: string }).text);

/** Nineteen plain messages, then a labelled one. */
const chatOf = (texts: readonly string[]): string[] => texts.flatMap((text, i) => [...PLAIN.map((_, k) => PLAIN[(i + k) % PLAIN.length] ?? ''), text]);

/** Seconds of this thread that `texts` take, repeated until they say something. */
function secondsFor({ run }: Contender, texts: readonly string[], leastSeconds: number): number {
  const sample = texts.slice(0, 400);
  for (const text of sample) run(text);
  let rounds = 0;
  const start = threadMilliseconds();
  do {
    for (const text of texts) run(text);
    rounds += 1;
  } while (threadMilliseconds() - start < leastSeconds * 1000);
  return (threadMilliseconds() - start) / 1000 / rounds;
}

function worstOf({ run }: Contender): { readonly ms: number; readonly shape: string } {
  let worst = { ms: 0, shape: '' };
  const start = performance.now();
  for (const shape of SHAPES) {
    const text = repeated(shape, HOSTILE_LENGTH);
    run(text);
    const before = threadMilliseconds();
    run(text);
    const ms = threadMilliseconds() - before;
    if (ms > worst.ms) worst = { ms, shape };
    if (performance.now() - start > HOSTILE_PATIENCE_MS) break;
  }
  return worst;
}

function measure(contender: Contender): MaskingFigures {
  const texts = labelled();
  const chat = chatOf(texts.filter((_, i) => i % 8 === 0));
  const bytes = chat.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const labelledSeconds = secondsFor(contender, texts, 1.5);
  const chatSeconds = secondsFor(contender, chat, 1.5);
  const plainSeconds = secondsFor(contender, PLAIN, 0.5);
  const worst = worstOf(contender);
  return {
    name: contender.name, labelledPerSecond: texts.length / labelledSeconds, chatPerSecond: chat.length / chatSeconds, chatMegabytesPerSecond: bytes / chatSeconds / 1e6,
    plainMicroseconds: (plainSeconds / PLAIN.length) * 1e6, worstMilliseconds: worst.ms, worstShape: worst.shape,
  };
}

/** Measures the engine and the peers that can run here, one after the other, on one core. */
export function runMaskingBench(): MaskingFigures[] {
  const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });
  return [{ name: 'Parley', run: (text: string) => masker.mask(text) }, ...peers()].map(measure);
}

/** The figures as a table for people. */
export function describeMaskingBench(figures: readonly MaskingFigures[]): string {
  const rows = figures.map((one) => [
    one.name, Math.round(one.labelledPerSecond).toLocaleString('en-GB'), Math.round(one.chatPerSecond).toLocaleString('en-GB'), one.chatMegabytesPerSecond.toFixed(1),
    one.plainMicroseconds.toFixed(1), `${one.worstMilliseconds.toFixed(1)} (${JSON.stringify(one.worstShape)})`,
  ]);
  const head = ['', 'labelled messages/s', 'chat messages/s', 'chat MB/s', 'plain message \u00b5s', 'worst 10,000 characters ms'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
