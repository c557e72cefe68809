// Which digits a payment card may begin with and how long it then is. Sources: ISO/IEC 7812-1 and the
// networks' published ranges (Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay,
// Maestro, Mir, RuPay, Verve, Troy, Elo, Hipercard, Dankort, UzCard, Humo, Napas, InterPayment, InstaPayment).
import { LEAD } from './luhn.ts';

interface Issuer {
  /** Inclusive range of the six leading digits. */
  readonly from: number;
  readonly to: number;
  /** A bit a usual length, a bit a permitted one; see `bitOf`. */
  readonly usual: number;
  readonly permitted: number;
}

const SHORTEST = 12;
/** Permitted lengths stand this many bits above the usual ones. */
const PERMITTED = 8;

const bitOf = (length: number): number => 1 << (length - SHORTEST);
const bitsOf = (lengths: readonly number[]): number => lengths.reduce((bits, length) => bits | bitOf(length), 0);

/** Cards that begin with `from` to `to`; the first `usual` of their lengths are usual. */
function range(from: number, to: number, lengths: readonly number[], usual = 1): Issuer {
  const scale = 10 ** (LEAD - String(from).length);
  return { from: from * scale, to: (to + 1) * scale - 1, usual: bitsOf(lengths.slice(0, usual)), permitted: bitsOf(lengths.slice(usual)) };
}

const upTo19 = [16, 17, 18, 19];
const maestro = [16, 19, 18, 13, 12, 14, 15, 17];

/** Usual lengths come first: where two readings fit, the first is what was meant. */
const ISSUERS: readonly Issuer[] = [
  range(4, 4, [16, 19, 13]),
  range(51, 55, [16]),
  range(2221, 2720, [16]),
  range(34, 34, [15]),
  range(37, 37, [15]),
  range(300, 305, [14, 16, 19]),
  range(3095, 3095, [14, 16, 19]),
  range(36, 36, [14, 16, 19]),
  range(38, 39, [14, 16, 19]),
  range(6011, 6011, upTo19),
  range(644, 649, upTo19),
  range(65, 65, upTo19),
  range(62, 62, [16, 19, 17, 18], 2),
  range(8100, 8171, upTo19),
  range(3528, 3589, upTo19),
  range(2131, 2131, [15]),
  range(1800, 1800, [15]),
  range(5000, 5000, maestro),
  range(5018, 5018, maestro),
  range(5019, 5019, [16]),
  range(5020, 5020, maestro),
  range(5038, 5038, maestro),
  range(56, 58, maestro),
  range(6304, 6304, maestro),
  range(6390, 6390, maestro),
  range(67, 67, maestro),
  range(2200, 2205, upTo19),
  range(60, 60, [16]),
  range(508, 508, [16]),
  range(8172, 8299, [16]),
  range(506099, 506198, [16, 18, 19]),
  range(507865, 507964, [16, 18, 19]),
  range(9792, 9792, [16]),
  range(506699, 506778, [16]),
  range(509000, 509999, [16]),
  range(504175, 504175, [16]),
  range(636297, 636297, [16]),
  range(636368, 636368, [16]),
  range(627780, 627780, [16]),
  range(637, 639, [16]),
  range(636, 636, upTo19),
  range(8600, 8600, [16]),
  range(9860, 9860, [16]),
  range(9704, 9704, [16, 19]),
];

const byFirstDigit: readonly (readonly Issuer[])[] = Array.from({ length: 10 }, (_, digit) => {
  const first = digit * 10 ** (LEAD - 1);
  return ISSUERS.filter(({ from, to }) => from < first + 10 ** (LEAD - 1) && first <= to);
});

/** Whether any issuer's cards begin with the first of `digits`. */
export const mayIssue = (digits: string): boolean => (byFirstDigit[digits.charCodeAt(0) - 0x30]?.length ?? 0) > 0;

/** The lengths of cards that begin with the six digits of `lead`; asked with `fitOf`. 0 when nobody issues such cards. */
export function lengthsFor(lead: number): number {
  let lengths = 0;
  for (const { from, to, usual, permitted } of byFirstDigit[Math.floor(lead / 10 ** (LEAD - 1))] ?? []) {
    if (from <= lead && lead <= to) lengths |= usual | (permitted << PERMITTED);
  }
  return lengths;
}

/** How well a length fits an issuer: 2 for a usual one, 1 for a permitted one, 0 for none. */
export function fitOf(lengths: number, length: number): 0 | 1 | 2 {
  if ((lengths & bitOf(length)) !== 0) return 2;
  return (lengths & (bitOf(length) << PERMITTED)) !== 0 ? 1 : 0;
}
