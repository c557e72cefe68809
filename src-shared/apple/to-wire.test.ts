// Golden fixtures per type, and that content survives the way out and back: as a template is read, and as a bubble is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outboundKinds, outboundTexts, type Outbound } from '../domain/outbound.ts';
import { textsOf } from '../domain/rich.ts';
import { fromWire } from './from-wire.ts';
import { readOutbound } from './read-outbound.ts';
import { anyContent, NOW } from './testing/any-content.ts';
import { toWire, wireOf } from './to-wire.ts';
import { validate } from './validate.ts';

const folder = join(import.meta.dirname, 'fixtures-out');
const fixture = (file: string): { readonly content: Outbound; readonly wire: unknown } => JSON.parse(readFileSync(join(folder, file), 'utf8')) as never;

describe('golden fixtures', () => {
  it.each(readdirSync(folder))('%s', (file) => {
    const { content, wire } = fixture(file);
    expect(validate(content, 0)).toEqual([]);
    expect(toWire(content, 0)).toEqual({ ok: true, value: wire });
  });

  it('are one of each type at least', () => {
    expect(new Set(readdirSync(folder).map((file) => fixture(file).content.kind))).toEqual(new Set(outboundKinds));
  });
});

it('is read as it was written, whatever can be sent', () => {
  fc.assert(fc.property(anyContent, (content) => {
    const sent = toWire(content, NOW);
    if (!sent.ok) throw new Error(JSON.stringify(sent.failure));
    // What goes over the wire is JSON: nothing in it may get lost on the way.
    const wire = JSON.parse(JSON.stringify(sent.value)) as typeof sent.value;
    expect(wire).toEqual(sent.value);
    expect(readOutbound(wire)).toEqual(content);
  }), { numRuns: 1_000 });
});

it('makes a bubble that says what is asked, without a fault', () => {
  fc.assert(fc.property(anyContent, (content) => {
    const { content: shown, faults } = fromWire({ ...wireOf(content), inbound: false });
    expect(faults).toEqual([]);
    if (content.kind === 'text' || content.kind === 'attachments') {
      expect(shown).toEqual(content);
      return;
    }
    if (shown.kind !== 'rich') throw new Error(shown.kind);
    expect(shown.rich.kind).toBe(content.kind);
    if (content.kind !== 'richLink' && 'keys' in shown.rich) expect(shown.rich.keys).toEqual(content.keys);
    const said = new Set(outboundTexts(content).map((words) => words.trim().replace(/\s+/gu, ' ')));
    const hosts = content.kind === 'richLink' ? [new URL(content.url).hostname] : [];
    for (const words of textsOf(shown.rich)) expect([...said, ...hosts]).toContain(words);
  }), { numRuns: 500 });
});

it('sends nothing that is not whole', () => {
  const content: Outbound = { kind: 'quickReply', keys: { request: 'q', session: null }, summary: '', choices: [{ key: '1', title: 'Yes' }] };
  expect(toWire(content, 0)).toEqual({ ok: false, failure: [
    { path: 'summary', code: 'empty', severity: 'error' }, { path: 'choices', code: 'tooFew', severity: 'error', values: { min: 2 } },
  ] });
});

it('reads whatever comes as a template without throwing', () => {
  const types = ['text', 'text-with-attachments', 'interactive', 'richLink', 'close', 'hologram'];
  fc.assert(fc.property(fc.constantFrom(...types), fc.string(), fc.jsonValue(), (type, text, apple) => {
    const content = readOutbound({ type, text, attachments: [], apple });
    if (content !== null) validate(content, NOW);
  }), { numRuns: 1_000 });
});
