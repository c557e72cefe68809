// The gates: what the engine has to reach on the labelled data of the repository.
import { describe, expect, test } from 'vitest';
import { createMasker } from './index.ts';
import { KINDS, readConversations, readMessages, score } from './testing/score.ts';

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
