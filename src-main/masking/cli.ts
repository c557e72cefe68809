// The command that masks standard input: plain lines in, masked lines out; with --json one labelled line in,
// one line of findings out. Reads and writes as a stream; a bad line is reported and the rest still runs.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Finding, type Masker, createMasker, maskWith } from './index.ts';

const DEFAULT_REGIONS = 'US,GB,NL,DE,FR';
const USAGE = `Usage: npm run --silent mask -- [--json] [--regions US,GB,NL,DE,FR] < input > output

Masks cards, IBANs, SSNs, e-mail addresses and phone numbers.
  --json      one JSON object a line: {id, text} or {id, messages}; answers {id, spans, masked}
  --regions   ISO 3166 codes whose national phone numbers count
  --help      this text`;

class BadLine extends Error {}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A message of a line is a text, or an object with its sender. */
function readMessage(value: unknown): { readonly sender: string; readonly text: string } {
  if (typeof value === 'string') return { sender: '', text: value };
  if (isRecord(value) && typeof value['text'] === 'string') return { sender: typeof value['sender'] === 'string' ? value['sender'] : '', text: value['text'] };
  throw new BadLine('a message is neither a text nor an object with a text');
}

/** The five kinds only: what stands beside a card is hidden in `masked` but is no value of its own. */
const spansOf = (findings: readonly Finding[]): { start: number; end: number; type: string }[] =>
  findings.filter(({ detail }) => detail === undefined).map(({ start, end, type }) => ({ start, end, type }));

/** Answers one line of the labelled format. */
function answer(masker: Masker, line: string): unknown {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    throw new BadLine('not valid JSON');
  }
  if (!isRecord(input)) throw new BadLine('not a JSON object');
  const id = input['id'] ?? null;
  if (Array.isArray(input['messages'])) {
    const messages = input['messages'].map(readMessage);
    const found = masker.findInConversation(messages);
    return {
      id,
      spans: found.flatMap((findings, msg) => spansOf(findings).map((span) => ({ msg, ...span }))),
      masked: messages.map((message, msg) => maskWith(message.text, found[msg] ?? []).text),
    };
  }
  if (typeof input['text'] !== 'string') throw new BadLine('neither a text nor messages');
  const findings = masker.find(input['text']);
  return { id, spans: spansOf(findings), masked: maskWith(input['text'], findings).text };
}

/** Waits for the reader of our output when it is slower than we are. */
const write = (text: string): Promise<void> | undefined =>
  process.stdout.write(text) ? undefined : new Promise((resolve) => process.stdout.once('drain', resolve));

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, regions: { type: 'string', default: DEFAULT_REGIONS }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    await write(`${USAGE}\n`);
    return 0;
  }
  const masker = createMasker({ regions: values.regions.split(',').map((code) => code.trim()).filter((code) => code !== '') });
  let number = 0;
  let failed = false;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (!values.json) {
      await write(`${masker.mask(line).text}\n`);
      continue;
    }
    if (line.trim() === '') continue;
    try {
      await write(`${JSON.stringify(answer(masker, line))}\n`);
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      failed = true;
      // The reason never quotes the line: it may hold what is to be hidden.
      process.stderr.write(`line ${String(number)}: ${error.message}\n`);
      await write(`${JSON.stringify({ line: number, error: error.message })}\n`);
    }
  }
  return failed ? 1 : 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
}
