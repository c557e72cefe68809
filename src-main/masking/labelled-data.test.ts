// The gates: what the engine has to reach on the labelled data of the repository.
import { describe, expect, test } from 'vitest';
import { createMasker } from './index.ts';
import { KINDS, readConversations, readHandWritten, readMessages, score } from './testing/score.ts';

const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });

describe('labelled messages', () => {
  const result = score(readMessages(), (text) => masker.find(text).filter(({ detail }) => detail === undefined));

  test('macro F1 is at least 99 %', () => {
    expect(result.macroF1).toBeGreaterThanOrEqual(0.99);
  });

  test.each(KINDS)('%s reaches 98 %% by itself', (kind) => {
    expect(result.f1[kind]).toBeGreaterThanOrEqual(0.98);
  });

  test('at least 99 % of the values are fully hidden', () => {
    expect(result.fullyHidden).toBeGreaterThanOrEqual(0.99);
  });

  test('at most 0.5 % of the harmless messages are touched', () => {
    expect(result.harmlessTouched).toBeLessThanOrEqual(0.005);
  });

  test('no masked message still holds a value', () => {
    for (const { text, spans } of readMessages()) {
      const { text: masked } = masker.mask(text);
      for (const { start, end, type } of spans) if (type !== 'IGNORE') expect(masked).not.toContain(text.slice(start, end));
    }
  });
});

describe('messages written by hand, which no rule was written from', () => {
  const messages = readHandWritten();
  const result = score(messages, (text) => masker.find(text).filter(({ detail }) => detail === undefined));

  test('are many, of every kind, and labelled where they say', () => {
    expect(messages.length).toBeGreaterThanOrEqual(450);
    for (const kind of KINDS) expect(messages.flatMap(({ spans }) => spans).filter(({ type }) => type === kind).length).toBeGreaterThanOrEqual(35);
    for (const { text, category, spans } of messages) {
      expect(spans.length > 0).toBe(category !== 'negative');
      for (const { start, end } of spans) expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    }
  });

  test('macro F1 and values fully hidden are at least 97 %, harmless messages touched at most 1 %', () => {
    expect(result.macroF1).toBeGreaterThanOrEqual(0.97);
    expect(result.fullyHidden).toBeGreaterThanOrEqual(0.97);
    expect(result.harmlessTouched).toBeLessThanOrEqual(0.01);
  });
});

describe('labelled conversations', () => {
  const conversations = readConversations();
  const scan = (messages: readonly string[]) => masker.findInConversation(messages.map((text) => ({ sender: 'customer', text })))
    .flatMap((findings, msg) => findings.filter(({ detail }) => detail === undefined).map((finding) => ({ ...finding, msg })));

  test('at least 95 % of the split values are found in all their parts', () => {
    const split = conversations.filter(({ category }) => category !== 'negative');
    const found = split.filter(({ messages, spans }) => {
      const findings = scan(messages);
      return spans.every((span) => span.type === 'IGNORE'
        || findings.some((one) => one.msg === span.msg && one.type === span.type && one.start <= span.start && one.end >= span.end));
    });
    expect(found.length / split.length).toBeGreaterThanOrEqual(0.95);
  });

  test('no harmless conversation is touched', () => {
    for (const { category, messages } of conversations) if (category === 'negative') expect(scan(messages)).toEqual([]);
  });
});
