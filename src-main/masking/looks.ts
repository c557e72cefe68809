// Numbers that look like telephone numbers and are something else: dates, opening hours, amounts,
// addresses on a network, versions, file names and the paths of links.
import { type DigitGroup, type Scene } from './scene.ts';
import { isDigit, isLetter } from './fold.ts';

const between = (digits: string, low: number, high: number): boolean => Number(digits) >= low && Number(digits) <= high;
const isYear = (digits: string): boolean => digits.length === 4 && between(digits, 1900, 2100);

/** "22.09.2025", "2025-02-14", "3/2/2025": day, month and year in any order people use. */
export function isDateAt(groups: readonly DigitGroup[], first: number): boolean {
  const [a, b, c] = [groups[first]?.digits ?? '', groups[first + 1]?.digits ?? '', groups[first + 2]?.digits ?? ''];
  if (isYear(a) && b.length <= 2 && c.length <= 2) return between(b, 1, 12) && between(c, 1, 31);
  return isYear(c) && a.length <= 2 && b.length <= 2 && ((between(a, 1, 31) && between(b, 1, 12)) || (between(a, 1, 12) && between(b, 1, 31)));
}

/** "20250218" and "18022025". */
export function isCompactDate(digits: string): boolean {
  if (digits.length !== 8) return false;
  const yearFirst = isYear(digits.slice(0, 4)) && between(digits.slice(4, 6), 1, 12) && between(digits.slice(6), 1, 31);
  return yearFirst || (isYear(digits.slice(4)) && between(digits.slice(0, 2), 1, 31) && between(digits.slice(2, 4), 1, 12));
}

/** "192.168.147.17": four numbers below 256 with full stops. */
export function isNetworkAddress(scene: Scene, groups: readonly DigitGroup[], first: number, last: number): boolean {
  if (last - first !== 3) return false;
  for (let i = first; i <= last; i += 1) {
    const group = groups[i];
    if (group === undefined || Number(group.digits) > 255 || (group.digits.length > 1 && group.digits.startsWith('0'))) return false;
    if (i < last && scene.text.slice(group.end, groups[i + 1]?.start) !== '.') return false;
  }
  return true;
}

/** "09.00-17.30": two clock times. */
export function isHours(groups: readonly DigitGroup[], first: number, last: number): boolean {
  if (last - first !== 3) return false;
  for (let i = first; i <= last; i += 1) {
    const digits = groups[i]?.digits ?? '';
    if (digits.length > 2 || !between(digits, 0, (i - first) % 2 === 0 ? 24 : 59)) return false;
  }
  return true;
}

/** "1.234.308" and "100 000": thousands in threes, which no plan writes without a leading zero or plus. */
export function isThousands(groups: readonly DigitGroup[], first: number, last: number): boolean {
  const opening = groups[first]?.digits ?? '';
  if (last === first || opening.length > 3 || opening.startsWith('0')) return false;
  for (let i = first + 1; i <= last; i += 1) if (groups[i]?.digits.length !== 3) return false;
  return true;
}

const CURRENCY = /[$\u20ac\u00a3\u00a5\u20b9%\u00b0]/;

/** Whether a sign of money, share or degree, or a decimal point with digits, touches the number. */
export function isMeasured(text: string, start: number, end: number): boolean {
  const before = text[start - 1] === ' ' ? text[start - 2] : text[start - 1];
  const after = text[end] === ' ' ? text[end + 1] : text[end];
  if (CURRENCY.test(before ?? '') || CURRENCY.test(after ?? '')) return true;
  const marks = /[.,]/;
  return (marks.test(text[end] ?? '') && isDigit(text.charCodeAt(end + 1))) || (marks.test(text[start - 1] ?? '') && isDigit(text.charCodeAt(start - 2)));
}

/** Whether the number is a piece of a code, a key or a file name: "INV-2026-…", "img_2024….jpg", "#879…". */
export function isCodePiece(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  if (before === '#' || before === '=' || before === '\\') return true;
  if (/[-_/.@]/.test(before) && (isLetter(text.charCodeAt(start - 2)) || isDigit(text.charCodeAt(start - 2)))) return true;
  if (text[end] === '.' && isLetter(text.charCodeAt(end + 1)) && text.charCodeAt(end + 1) >= 0x61) return true;
  return /[_@]/.test(text[end] ?? '') || (text[end] === '-' && isLetter(text.charCodeAt(end + 1)));
}

/** Whether the number stands inside a link. Looks back over one unbroken token, at most 256 units. */
export function isInLink(text: string, start: number): boolean {
  let from = start;
  while (from > 0 && from > start - 256 && text.charCodeAt(from - 1) > 0x20) from -= 1;
  const token = text.slice(from, start);
  return token.includes('://') || token.startsWith('www.');
}
