// What customers write and what the agent then sees: the mask itself, hand-written messages, fields by type.
import { describe, expect, test } from 'vitest';
import { createMasker } from './index.ts';
import { normalise } from './normalise.ts';
import { HARMLESS } from './testing/harmless.ts';
import { MIXED_VALUES } from './testing/mixed-values.ts';
import { VALUES } from './testing/values.ts';

const masker = createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] });
const significant = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('the mask', () => {
  test.each([
    ['+ 1 (123) 456 7890', '**********7890'],
    ['+447966197542', '*********7542'],
    ['melissa@gmail.com', 'm******@gmail.com'],
    ['NL91 ABNA 0417 1643 00', '**************4300'],
    ['4111-1111-1111-1111', '***************1111'],
    ['123-45-6789', '*******6789'],
    ['call ４１５-５５５-２６７１ please', 'call ********2671 please'],
    ['b@x.com', '*@x.com'],
    ['mail john @ gmail.com', 'mail j***@gmail.com'],
    ['my email is john at gmail dot com', 'my email is j****************'],
    ['mail john%40gmail.com', 'mail j***@gmail.com'],
    ['card 4111 1111 1111 1111 exp 08/27 cvv 123', 'card ************1111 exp ***** cvv ***'],
    ['4111111111111111 08/27 123', '************1111 ***** ***'],
    ['the cvv is 123', 'the cvv is ***'],
  ])('%s becomes %s', (text, masked) => {
    expect(masker.mask(text).text).toBe(masked);
  });

  test('spans lead to the masks and name the kind', () => {
    const { text, spans } = masker.mask('mail jan@ziggo.nl or call +31612345678');
    expect(spans.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([['EMAIL', 'j**@ziggo.nl'], ['PHONE', '********5678']]);
  });

  test('what stands beside a card is marked as such', () => {
    expect(masker.find('4111111111111111 08/27 123').map(({ detail }) => detail)).toEqual([undefined, 'expiry', 'securityCode']);
  });
});

describe('messages', () => {
  test.each([...VALUES, ...MIXED_VALUES])('%s', (marked) => {
    const wanted: string[] = [];
    const text = marked.replace(/«(\w+):([^»]*)»/g, (_, kind: string, value: string) => {
      wanted.push(`${kind}:${significant(value)}`);
      return value;
    });
    const found = masker.find(text).filter(({ detail }) => detail === undefined);
    expect(found.map(({ type, start, end }) => `${type}:${significant(text.slice(start, end))}`)).toEqual(wanted);
  });

  test.each(HARMLESS)('harmless: %s', (text) => {
    expect(masker.find(text)).toEqual([]);
  });
});

describe('fields', () => {
  test('a phone field is hidden whether or not its number is valid', () => {
    expect(masker.maskField('phone', '999-99 99').text).toBe('****9999');
    expect(masker.maskField('phone', '12345').text).toBe('*2345');
  });

  test('a phone field of four digits or fewer shows nothing', () => {
    expect(masker.maskField('phone', '1234').text).toBe('****');
  });

  test('an e-mail field keeps its domain', () => {
    expect(masker.maskField('email', 'jan@ziggo.nl')).toEqual({ text: 'j**@ziggo.nl', spans: [{ start: 0, end: 12, kind: 'EMAIL' }] });
  });

  test.each([['Melissa Jones', 'Melissa Jones'], ['melissa@gmail.com', 'm******@gmail.com'], ['+447966197542', '*********7542'], ['2069821967', '******1967'], ['', '']])('the name %s is shown as %s', (name, shown) => {
    expect(masker.maskField('name', name).text).toBe(shown);
  });
});

describe('the map back to the input', () => {
  test('leads from folded text to what was typed', () => {
    const text = 'é\u200b%34\u{1d7d2}&#52;４!';
    const folded = normalise(text);
    expect(folded.text).toBe('é4444!');
    expect(Array.from(folded.text, (_, i) => text.slice(folded.start(i), folded.end(i + 1)))).toEqual(['é', '%34', '\u{1d7d2}', '&#52;', '４', '!']);
  });

  test('leaves plain text as it is', () => {
    expect(normalise('plain 123').text).toBe('plain 123');
  });
});

describe('regions', () => {
  test('decide which national numbers stand by themselves', () => {
    expect(createMasker({ regions: ['NL'] }).mask('06-12345678').text).toBe('*******5678');
    expect(createMasker({ regions: ['US'] }).find('06-12345678')).toEqual([]);
  });

  test('unknown ones are left out', () => {
    expect(createMasker({ regions: ['XX', 'nl'] }).mask('06-12345678').text).toBe('*******5678');
  });
});
