// Which digits a payment card may begin with and how long it then is. Sources: ISO/IEC 7812-1 and the
// networks' published ranges (Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay,
// Maestro, Mir, RuPay, Verve, Troy, Elo, Hipercard, Dankort, UzCard, Humo, Napas, InterPayment, InstaPayment).

interface Issuer {
  /** Inclusive range of the leading digits; both have the same number of digits. */
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
  /** How many of the lengths are usual. */
  readonly usual: number;
}

const range = (from: number, to: number, ...lengths: readonly number[]): Issuer => ({ from: String(from), to: String(to), lengths, usual: 1 });
const upTo19 = [16, 17, 18, 19];
const maestro = [16, 19, 18, 13, 12, 14, 15, 17];

/** Usual lengths come first: where two readings fit, the first is what was meant. */
const ISSUERS: readonly Issuer[] = [
  range(4, 4, 16, 19, 13),
  range(51, 55, 16),
  range(2221, 2720, 16),
  range(34, 34, 15),
  range(37, 37, 15),
  range(300, 305, 14, 16, 19),
  range(3095, 3095, 14, 16, 19),
  range(36, 36, 14, 16, 19),
  range(38, 39, 14, 16, 19),
  range(6011, 6011, ...upTo19),
  range(644, 649, ...upTo19),
  range(65, 65, ...upTo19),
  { ...range(62, 62, 16, 19, 17, 18), usual: 2 },
  range(8100, 8171, ...upTo19),
  range(3528, 3589, ...upTo19),
  range(2131, 2131, 15),
  range(1800, 1800, 15),
  range(5000, 5000, ...maestro),
  range(5018, 5018, ...maestro),
  range(5019, 5019, 16),
  range(5020, 5020, ...maestro),
  range(5038, 5038, ...maestro),
  range(56, 58, ...maestro),
  range(6304, 6304, ...maestro),
  range(6390, 6390, ...maestro),
  range(67, 67, ...maestro),
  range(2200, 2205, ...upTo19),
  range(60, 60, 16),
  range(508, 508, 16),
  range(8172, 8299, 16),
  range(506099, 506198, 16, 18, 19),
  range(507865, 507964, 16, 18, 19),
  range(9792, 9792, 16),
  range(506699, 506778, 16),
  range(509000, 509999, 16),
  range(504175, 504175, 16),
  range(636297, 636297, 16),
  range(636368, 636368, 16),
  range(627780, 627780, 16),
  range(637, 639, 16),
  range(636, 636, ...upTo19),
  range(8600, 8600, 16),
  range(9860, 9860, 16),
  range(9704, 9704, 16, 19),
];

const byFirstDigit: readonly (readonly Issuer[])[] = Array.from({ length: 10 }, (_, digit) =>
  ISSUERS.filter((issuer) => issuer.from.charCodeAt(0) - 0x30 <= digit && digit <= issuer.to.charCodeAt(0) - 0x30));

/** Whether any issuer's cards begin with the first of `digits`. */
export const mayIssue = (digits: string): boolean => (byFirstDigit[digits.charCodeAt(0) - 0x30]?.length ?? 0) > 0;

/** How well `digits` fit an issuer: 2 for a usual length, 1 for a permitted one, 0 for no issuer. */
export function issuerFit(digits: string): 0 | 1 | 2 {
  let fit: 0 | 1 | 2 = 0;
  for (const issuer of byFirstDigit[digits.charCodeAt(0) - 0x30] ?? []) {
    const lead = digits.slice(0, issuer.from.length);
    if (lead < issuer.from || lead > issuer.to) continue;
    const place = issuer.lengths.indexOf(digits.length);
    if (place >= 0 && place < issuer.usual) return 2;
    if (place > 0) fit = 1;
  }
  return fit;
}

/**
 * The Luhn check (ISO/IEC 7812-1, annex B) of a growing row of digits. Which digits count double depends on
 * the length, so both sums are kept and every length is judged in one step.
 */
export interface LuhnRow {
  length: number;
  /** Sums with the digits at even, at odd places doubled. */
  evenDoubled: number;
  oddDoubled: number;
}

/** Adds a digit to the row. */
export function addToRow(row: LuhnRow, digit: number): void {
  const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
  const even = row.length % 2 === 0;
  row.evenDoubled += even ? doubled : digit;
  row.oddDoubled += even ? digit : doubled;
  row.length += 1;
}

/** Whether the row so far passes. */
export const passesLuhn = (row: LuhnRow): boolean => (row.length % 2 === 0 ? row.evenDoubled : row.oddDoubled) % 10 === 0;
