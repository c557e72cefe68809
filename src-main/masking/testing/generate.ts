// Makes values nobody has labelled: valid cards by issuer, IBANs of every country, SSNs, phone numbers and
// addresses, in the manners people write them. Seeded, so a failure can be replayed.
import { countrySpecs } from 'ibantools';
/** A number from 0 up to, not including, `below`. */
export type Dice = (below: number) => number;

/** Makes one value. */
export type Maker = (dice: Dice) => string;

/** Dice that fall the same way for the same seed (a linear congruential generator). */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** One of `choices`. */
export function oneOf<T>(dice: Dice, choices: readonly T[]): T {
  const choice = choices[dice(choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

const digits = (dice: Dice, count: number): string => Array.from({ length: count }, () => String(dice(10))).join('');

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
export const card: Maker = (dice) => {
  const [start, length] = oneOf(dice, CARD_STARTS);
  return withCheckDigit(start + digits(dice, length - 1 - start.length));
};

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
export const writtenCard: Maker = (dice) => (dice(3) === 0 ? Array.from(card(dice)).join(' ') : groupCard(card(dice), oneOf(dice, CARD_SEPARATORS)));

const structureOf = (pattern: string): string[] =>
  Array.from(pattern.matchAll(/\[([^\]]+)\]\{(\d+)\}/g)).flatMap(([, set, times]) => new Array<string>(Number(times)).fill(set ?? ''));

const ofClass = (dice: Dice, set: string): string =>
  oneOf(dice, Array.from(set === '0-9' ? '0123456789' : set === 'A-Z' ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'));

function checkDigits(country: string, bban: string): string {
  let rest = 0n;
  for (const unit of `${bban}${country}00`) rest = /\d/.test(unit) ? (rest * 10n + BigInt(unit)) % 97n : (rest * 100n + BigInt(unit.charCodeAt(0) - 55)) % 97n;
  return String(98n - rest).padStart(2, '0');
}

const COUNTRIES = Object.entries(countrySpecs).filter(([, spec]) => typeof spec.chars === 'number' && structureOf(spec.bban_regexp ?? '').length + 4 === spec.chars);

/** A valid IBAN of any country, compact. */
export const iban: Maker = (dice) => {
  const [country, spec] = oneOf(dice, COUNTRIES);
  const bban = structureOf(spec.bban_regexp ?? '').map((set) => ofClass(dice, set)).join('');
  return country + checkDigits(country, bban) + bban;
};

const IBAN_SEPARATORS = ['', ' ', '-', '.', '  ', ' - ', '/', '_', '\n', '\u00a0', '\u200b', ' \u2022 ', '%20', '&nbsp;', ', '];

/** An IBAN as somebody writes it, in any case. */
export const writtenIban: Maker = (dice) => {
  const number = iban(dice);
  return ((dice(2) === 0 ? number : number.toLowerCase()).match(/.{1,4}/g) ?? []).join(oneOf(dice, IBAN_SEPARATORS));
};

function issuable(dice: Dice): readonly string[] {
  const area = 1 + dice(899);
  return [String(area === 666 ? 667 : area).padStart(3, '0'), String(1 + dice(99)).padStart(2, '0'), String(1 + dice(9999)).padStart(4, '0')];
}

/** An SSN in the 3-2-4 shape that stands by itself. */
export const shapedSsn: Maker = (dice) => issuable(dice).join(oneOf(dice, ['-', '\u2013', '\u2011', '\uff0d', '.']));

/** An SSN in any shape, which needs an SSN word. */
export const looseSsn: Maker = (dice) => (dice(4) === 0
  ? Array.from(issuable(dice).join('')).join(' ')
  : issuable(dice).join(oneOf(dice, ['', ' ', '-', ' - ', '.', '/', '_', '\u200b', '\n', ', ', ' / ', '\u00a0'])));

const LOCALS = ['jan', 'maria', 'o\'neill', 'm\u00fcller', 's\u00f8ren', 'x', 'first.last', 'a_b', 'info', 'j-p', '\u0438\u0432\u0430\u043d'];
const ENDINGS = ['', '.w', '+news', '77', '_x', '-2'];
const SIGNS = ['@', '\uff20', '\ufe6b', '\u200b@', '%40', '&#64;', '&commat;', '[at]', ' [at] ', '(at)'];
const DOMAINS = ['gmail.com', 'sub.example.co.uk', 'example.photography', 'web.de', '163.com', 'b\u00fccher.example', 'xn--bcher-kva.example', 'a-b.nl', 'x.ai'];

/** An address with its sign written. */
export const email: Maker = (dice) => [LOCALS, ENDINGS, SIGNS, DOMAINS].map((choices) => oneOf(dice, choices)).join('');

const fill = (dice: Dice, pattern: string): string => pattern.replace(/#/g, () => String(dice(10)));

/** National numbers of the default regions in the way they are written there; "#" is any digit. */
const NATIONAL = [
  '06########', '06-########', '06 ########', '06 ## ## ## ##', '06-## ## ## ##', '06.##.##.##.##', '020-6######', '(020) 6## ## ##', '010 4## ## ##',
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
export const phone: Maker = (dice) => fill(dice, oneOf(dice, [...NATIONAL, ...INTERNATIONAL]));

const FOREIGN = ['612 ### ###', '347 ### ####', '912 ### ###', '0470 ## ## ##', '078 ### ## ##', '0664 ######', '070-### ## ##', '0412 ### ###', '071 ### ####', '(11) 9####-####'];

/** A number of a country outside the organisation's regions, national form: a phone word must vouch for it. */
export const foreignPhone: Maker = (dice) => fill(dice, oneOf(dice, FOREIGN));

/** Sentences around a value that say nothing about it; "@@" is where it stands. */
export const NEUTRAL = ['@@', 'here you go: @@', 'ok @@ thanks', '(@@)', '"@@"', 'dat is @@.', 'es ist @@, danke', 'c\u2019est @@ !', 'es @@?', '\u00e8 @@; grazie', '\u00e9 @@\nobrigado', '*@@*', '\u{1f44d} @@'];

/** The same with a word for the kind. */
export const TOLD: Readonly<Record<'CARD' | 'SSN' | 'PHONE' | 'EMAIL', readonly string[]>> = {
  CARD: ['my card number is @@', 'mijn kaartnummer: @@', 'Kreditkarte @@ bitte', 'carte n\u00b0 @@', 'mi tarjeta es @@', 'carta: @@', 'cart\u00e3o @@', 'card=@@'],
  SSN: ['my SSN is @@', 'ssn: @@', 'social security number @@', '@@ is my social security number', 'n\u00famero de seguro social: @@', 'my social: @@'],
  PHONE: ['call me at @@', 'mijn nummer is @@', 'bel @@ graag', 'meine Handynummer: @@', 'mon num\u00e9ro : @@', 'mi tel\u00e9fono es @@', 'il mio cellulare \u00e8 @@', 'meu celular \u00e9 @@', 'tel.: @@', 'WhatsApp @@'],
  EMAIL: ['my email is @@', 'mail: @@', 'E-Mail: @@', 'mon courriel : @@', 'correo @@', 'indirizzo: @@'],
};
