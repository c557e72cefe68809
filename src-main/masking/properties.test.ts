// Properties that hold for any text, and values nobody has labelled in the manners people write them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMasker } from './index.ts';
import { normalise } from './normalise.ts';
import { type Maker, NEUTRAL, TOLD, card, email, foreignPhone, looseSsn, oneOf, phone, seededDice, shapedSsn, writtenCard, writtenIban } from './testing/generate.ts';

const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });

/** Pieces that make trouble beside each other. */
const PIECES = ['1', '12', '4111', '4111 1111 1111 1111', '0612345678', '+31 6 12345678', '+', '@', 'a@b.co', 'gmail.com', ' at ', ' dot ', '.', ' ', '\n', 'ssn ', 'tel ', 'order ', 'card ',
  'NL91 ABNA 0417 1643 00', '123-45-6789', '*', '****', '\u00e9', '\uff11', '\u200b', '%40', '&#64;', 'one ', 'double ', 'cvv ', 'exp ', '12/27', '(0)', '(', ')', '/', ',', ':', '_', '\u{1f600}', '\ud800', '[at]', '\u20ac', 'plus ', 'O'];
const chatText = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')));

const significant = (text: string): string => normalise(text).text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Whether a value is found in a sentence, whole and as its kind, and nothing else is. */
function expectFound(value: string, sentence: string, type: string): void {
  const text = sentence.replace('@@', () => value);
  const found = masker.find(text).filter(({ detail }) => detail === undefined).map((one) => `${one.type} ${significant(text.slice(one.start, one.end))}`);
  expect(found, text).toEqual([`${type} ${significant(value)}`]);
}

/** Strays a seeded run may have: a random number can be a valid card cut from a phone number, and the like. */
const STRAYS = 0.005;

function expectNearlyAll(make: Maker, sentences: readonly string[], type: string): void {
  const runs = 1000;
  let missed = 0;
  let last: unknown;
  const dice = seededDice(20_250_101);
  for (let run = 0; run < runs; run += 1) {
    try {
      expectFound(make(dice), oneOf(dice, sentences), type);
    } catch (error) {
      missed += 1;
      last = error;
    }
  }
  if (missed > runs * STRAYS) throw last;
}

describe('any text', () => {
  test('is masked without an exception, with findings in order inside it', () => {
    fc.assert(fc.property(chatText, (text) => {
      let end = 0;
      for (const finding of masker.find(text)) {
        expect(finding.start).toBeGreaterThanOrEqual(end);
        expect(finding.end).toBeGreaterThan(finding.start);
        end = finding.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }), { numRuns: 3000 });
  });

  test('masked twice is masked once', () => {
    fc.assert(fc.property(chatText, (text) => {
      const { text: masked } = masker.mask(text);
      expect(masker.mask(masked).text).toBe(masked);
    }), { numRuns: 3000 });
  });

  test('keeps everything outside the spans', () => {
    fc.assert(fc.property(chatText, (text) => {
      const findings = masker.find(text);
      const masked = masker.maskWith(text, findings);
      const around = (whole: string, holes: readonly { readonly start: number; readonly end: number }[]): string[] =>
        [...holes.map(({ start }, i) => whole.slice(holes[i - 1]?.end ?? 0, start)), whole.slice(holes.at(-1)?.end ?? 0)];
      expect(around(masked.text, masked.spans)).toEqual(around(text, findings));
    }), { numRuns: 1000 });
  });

  test('normalises with a map that grows and stays inside', () => {
    fc.assert(fc.property(chatText, (text) => {
      const { text: folded, start, end } = normalise(text);
      for (let i = 0; i < folded.length; i += 1) {
        expect(start(i)).toBeGreaterThanOrEqual(i === 0 ? 0 : start(i - 1));
        expect(end(i + 1)).toBeGreaterThan(start(i));
        expect(end(i + 1)).toBeLessThanOrEqual(text.length);
      }
    }), { numRuns: 1000 });
  });
});

describe('unseen values', () => {
  test('cards of every network', () => { expectNearlyAll(writtenCard, [...NEUTRAL, ...TOLD.CARD], 'CARD'); });
  test('IBANs of every country', () => { expectNearlyAll(writtenIban, NEUTRAL, 'IBAN'); });
  test('SSNs in their shape', () => { expectNearlyAll(shapedSsn, [...NEUTRAL, ...TOLD.SSN], 'SSN'); });
  test('SSNs in any shape beside an SSN word', () => { expectNearlyAll(looseSsn, TOLD.SSN, 'SSN'); });
  test('e-mail addresses', () => { expectNearlyAll(email, [...NEUTRAL, ...TOLD.EMAIL], 'EMAIL'); });
  test('phone numbers of the regions and of the world', () => { expectNearlyAll(phone, [...NEUTRAL, ...TOLD.PHONE], 'PHONE'); });
  test('national numbers of other countries beside a phone word', () => { expectNearlyAll(foreignPhone, TOLD.PHONE, 'PHONE'); });

  test('a card with one wrong digit is not a card', () => {
    const dice = seededDice(7);
    for (let run = 0; run < 500; run += 1) {
      const number = card(dice);
      const place = dice(14);
      const change = 1 + dice(9);
      const wrong = Array.from(number, (digit, i) => (i === place ? String((Number(digit) + change) % 10) : digit)).join('');
      expect(masker.find(`reference ${wrong}`).filter(({ type }) => type === 'CARD')).toEqual([]);
    }
  });
});
