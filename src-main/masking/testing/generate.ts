// Makes values nobody has labelled: valid cards by issuer, IBANs of every country, SSNs, phone numbers and
// addresses, in the manners people write them. Seeded by fast-check, so a failure can be replayed.
import { countrySpecs } from 'ibantools';
import fc from 'fast-check';

const digits = (count: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: count, maxLength: count });

/** Leading digits and lengths of the networks in daily use. */
const CARD_STARTS: readonly (readonly [start: string, length: number])[] = [
  ['4', 16], ['4539', 16], ['51', 16], ['53', 16], ['55', 16], ['2221', 16], ['2500', 16], ['2720', 16], ['34', 15], ['37', 15], ['300', 14], ['305', 14],
  ['36', 14], ['38', 14], ['6011', 16], ['644', 16], ['649', 16], ['65', 16], ['62', 16], ['62', 19], ['3528', 16], ['3589', 16], ['5018', 16], ['6304', 16],
  ['6759', 16], ['6761', 16], ['2200', 16],
];

function withCheckDigit(body: string): string {
  for (let check = 0; check < 10; check += 1) {
    const all = `${body}${String(check)}`;
    let sum = 0;
    for (let i = 0; i < all.length; i += 1) {
      const value = Number(all[all.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
      sum += value > 9 ? value - 9 : value;
    }
    if (sum % 10 === 0) return all;
  }
  return body;
}

/** A valid card number without separators. */
export const card: fc.Arbitrary<string> = fc.constantFrom(...CARD_STARTS)
  .chain(([start, length]) => digits(length - 1 - start.length).map((rest) => withCheckDigit(start + rest)));

const groupCard = (number: string, separator: string): string => {
  const sizes = number.length === 15 ? [4, 6, 5] : number.length === 14 ? [4, 6, 4] : [4, 4, 4, 4, 3];
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at < number.length) groups.push(number.slice(at, at + size));
    at += size;
  }
  return groups.join(separator);
};

const CARD_SEPARATORS = ['', ' ', '-', '.', '  ', ' - ', '/', '_', ', ', ' | ', '\n', '\t', '\u00a0', '\u202f', '\u2007', ' \u2013 ', '\u2212', ' \u2022 ', '\u00b7', '\u200b', '\u2060', '%20', '&nbsp;', ' / ', ' . ', '~', '...', '--'];

/** A card number as somebody writes it. */
export const writtenCard: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(card, fc.constantFrom(...CARD_SEPARATORS)).map(([number, separator]) => groupCard(number, separator)),
  card.map((number) => Array.from(number).join(' ')),
);

const structureOf = (pattern: string): string[] =>
  Array.from(pattern.matchAll(/\[([^\]]+)\]\{(\d+)\}/g)).flatMap(([, set, times]) => new Array<string>(Number(times)).fill(set ?? ''));

const ofClass = (set: string): fc.Arbitrary<string> =>
  fc.constantFrom(...Array.from(set === '0-9' ? '0123456789' : set === 'A-Z' ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'));

function checkDigits(country: string, bban: string): string {
  let rest = 0n;
  for (const unit of `${bban}${country}00`) rest = /\d/.test(unit) ? (rest * 10n + BigInt(unit)) % 97n : (rest * 100n + BigInt(unit.charCodeAt(0) - 55)) % 97n;
  return String(98n - rest).padStart(2, '0');
}

const COUNTRIES = Object.entries(countrySpecs).filter(([, spec]) => typeof spec.chars === 'number' && structureOf(spec.bban_regexp ?? '').length + 4 === spec.chars);

/** A valid IBAN of any country, compact. */
export const iban: fc.Arbitrary<string> = fc.constantFrom(...COUNTRIES).chain(([country, spec]) =>
  fc.tuple(...structureOf(spec.bban_regexp ?? '').map(ofClass)).map((units) => country + checkDigits(country, units.join('')) + units.join('')));

const IBAN_SEPARATORS = ['', ' ', '-', '.', '  ', ' - ', '/', '_', '\n', '\u00a0', '\u200b', ' \u2022 ', '%20', '&nbsp;', ', '];

/** An IBAN as somebody writes it, in any case. */
export const writtenIban: fc.Arbitrary<string> = fc.tuple(iban, fc.constantFrom(...IBAN_SEPARATORS), fc.boolean())
  .map(([number, separator, lower]) => (number.match(/.{1,4}/g) ?? []).join(separator)[lower ? 'toLowerCase' : 'toUpperCase']())
  .map((written) => written.replaceAll('%20', '%20').replaceAll('&NBSP;', '&nbsp;'));

const issuable = fc.tuple(
  fc.integer({ min: 1, max: 899 }).filter((area) => area !== 666), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9999 }),
).map(([area, group, serial]) => [String(area).padStart(3, '0'), String(group).padStart(2, '0'), String(serial).padStart(4, '0')] as const);

/** An SSN in the 3-2-4 shape that stands by itself. */
export const shapedSsn: fc.Arbitrary<string> = fc.tuple(issuable, fc.constantFrom('-', '\u2013', '\u2011', '\uff0d', '.')).map(([parts, separator]) => parts.join(separator));

/** An SSN in any shape, which needs an SSN word. */
export const looseSsn: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(issuable, fc.constantFrom('', ' ', '-', ' - ', '.', '/', '_', '\u200b', '\n', ', ', ' / ', '\u00a0')).map(([parts, separator]) => parts.join(separator)),
  issuable.map((parts) => Array.from(parts.join('')).join(' ')),
);

const LOCALS = fc.tuple(
  fc.constantFrom('jan', 'maria', 'o\'neill', 'm\u00fcller', 's\u00f8ren', 'x', 'first.last', 'a_b', 'info', 'j-p', '\u0438\u0432\u0430\u043d'), fc.constantFrom('', '.w', '+news', '77', '_x', '-2'),
).map((parts) => parts.join(''));
const DOMAINS = fc.constantFrom('gmail.com', 'sub.example.co.uk', 'example.photography', 'web.de', '163.com', 'b\u00fccher.example', 'xn--bcher-kva.example', 'a-b.nl', 'x.ai');

/** An address with its sign written. */
export const email: fc.Arbitrary<string> = fc.tuple(LOCALS, fc.constantFrom('@', '\uff20', '\ufe6b', '\u200b@', '%40', '&#64;', '&commat;', '[at]', ' [at] ', '(at)'), DOMAINS).map((parts) => parts.join(''));

const fill = (pattern: string): fc.Arbitrary<string> => digits(pattern.length).map((random) => Array.from(pattern, (unit, i) => (unit === '#' ? random[i] : unit)).join(''));

/** National numbers of the default regions in the way they are written there; "#" is any digit. */
const NATIONAL = [
  '06########', '06-########', '06 ########', '06 ## ## ## ##', '06-## ## ## ##', '06.##.##.##.##', '020-#######'.replace('###', '6##'), '(020) 6## ## ##', '010 4## ## ##',
  '07400 ######', '07400######', '020 7### ####', '0161 496 ####', '(0161) 496 ####', '0151 2#######', '0171/2######', '0151 2### ####', '030 2#######', '089/2#######',
  '01 42 ## ## ##', '07 81 ## ## ##', '(415) 6##-####', '415-6##-####', '415.6##.####', '1-415-6##-####', '1 (212) 6##-####', '+1 415 6## ####',
];

const INTERNATIONAL = [
  '+316########', '+31 6 ########', '+31 (0)6 ########', '+31-6-########', '+49 151 2#######', '+4915123######', '+33 6 12 ## ## ##', '+33612######', '+44 7400 ######', '+44 (0)7400 ######',
  '+34 612 ### ###', '+39 347 ### ####', '+351 912 ### ###', '+32 470 ## ## ##', '+41 78 ### ## ##', '+43 664 ######', '+48 512 ### ###', '+46 70 ### ## ##', '+47 406 ## ###', '+45 34 ## ## ##',
  '+353 85 ### ####', '+90 532 ### ## ##', '+971 50 ### ####', '+91 98### #####', '+86 131 #### ####', '+81 90 #### ####', '+55 11 9####-####', '+52 222 ### ####', '+61 412 ### ###', '+27 71 ### ####',
  '0031 6 ########', '00316########', '0049 151 2#######', '+1 (415) 6##-####', '+1.415.6##.####', '\uff0b31 6 ########', '%2B316########', '+31\u200b6\u200b########',
];

/** A number that needs nobody to vouch for it. */
export const phone: fc.Arbitrary<string> = fc.constantFrom(...NATIONAL, ...INTERNATIONAL).chain(fill);

/** A number of a country outside the organisation's regions, national form: a phone word must vouch for it. */
export const foreignPhone: fc.Arbitrary<string> = fc.constantFrom('612 ### ###', '347 ### ####', '912 ### ###', '0470 ## ## ##', '078 ### ## ##', '0664 ######', '070-### ## ##', '0412 ### ###', '071 ### ####', '(11) 9####-####')
  .chain(fill);

/** Sentences around a value that say nothing about it; "@@" is where it stands. */
export const NEUTRAL = ['@@', 'here you go: @@', 'ok @@ thanks', '(@@)', '"@@"', 'dat is @@.', 'es ist @@, danke', 'c\u2019est @@ !', 'es @@?', '\u00e8 @@; grazie', '\u00e9 @@\nobrigado', '*@@*', '\u{1f44d} @@'];

/** The same with a word for the kind. */
export const TOLD: Readonly<Record<'CARD' | 'SSN' | 'PHONE' | 'EMAIL', readonly string[]>> = {
  CARD: ['my card number is @@', 'mijn kaartnummer: @@', 'Kreditkarte @@ bitte', 'carte n\u00b0 @@', 'mi tarjeta es @@', 'carta: @@', 'cart\u00e3o @@', 'card=@@'],
  SSN: ['my SSN is @@', 'ssn: @@', 'social security number @@', '@@ is my social security number', 'n\u00famero de seguro social: @@', 'my social: @@'],
  PHONE: ['call me at @@', 'mijn nummer is @@', 'bel @@ graag', 'meine Handynummer: @@', 'mon num\u00e9ro : @@', 'mi tel\u00e9fono es @@', 'il mio cellulare \u00e8 @@', 'meu celular \u00e9 @@', 'tel.: @@', 'WhatsApp @@'],
  EMAIL: ['my email is @@', 'mail: @@', 'E-Mail: @@', 'mon courriel : @@', 'correo @@', 'indirizzo: @@'],
};
