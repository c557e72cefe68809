// The expiry date and security code beside a card, which are hidden completely. A security code that says
// what it is is hidden without a card as well: people send it in the next message.
import { isLetter } from './fold.ts';
import { type Claim, type DigitGroup, type Scene, digitBetween, wordAfter, wordBefore } from './scene.ts';
import { Topic } from './vocabulary.ts';
import type { Candidate } from './candidate.ts';

const LABEL_REACH = 16;
const ADJACENT = 4;
const REACH = 64;

const isMonth = (digits: string): boolean => /^(?:0?[1-9]|1[0-2])$/.test(digits);
const isYear = (digits: string | undefined): boolean => digits !== undefined && /^(?:20)?[2-4]\d$/.test(digits);
const isCode = (digits: string): boolean => digits.length === 3 || digits.length === 4;

/** The visible end of a value that is masked already. */
const isMaskedEnd = (text: string, start: number): boolean => text[start - 1] === '*' && text[start - 2] === '*';

function hasLetters(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isLetter(text.charCodeAt(i))) return true;
  return false;
}

const detailOf = (detail: 'expiry' | 'securityCode', from: DigitGroup, to: DigitGroup): Candidate => {
  from.taken = true;
  to.taken = true;
  return { start: from.start, end: to.end, type: 'CARD', detail };
};

/** "08/27", "03-2026", "0129" at group `at`, if it is one. */
function readExpiry(scene: Scene, groups: readonly DigitGroup[], at: number): readonly [DigitGroup, DigitGroup] | undefined {
  const month = groups[at];
  const year = groups[at + 1];
  if (month === undefined || month.taken) return undefined;
  if (/^(?:0[1-9]|1[0-2])(?:20)?[2-4]\d$/.test(month.digits)) return [month, month];
  if (year === undefined || year.taken || !isMonth(month.digits) || !isYear(year.digits)) return undefined;
  return /^ ?[-/. ] ?$/.test(scene.text.slice(month.end, year.start)) ? [month, year] : undefined;
}

function detailsAfter(scene: Scene, groups: readonly DigitGroup[], first: number, card: Claim): Candidate[] {
  const found: Candidate[] = [];
  let cursor = card.end;
  for (let i = first; i < groups.length && i < first + 8; i += 1) {
    const group = groups[i];
    if (group === undefined || group.taken || group.start > card.end + REACH) break;
    const adjacent = group.start - cursor <= ADJACENT && !hasLetters(scene.text, cursor, group.start);
    const label = wordBefore(scene, group.start, Topic.expiry | Topic.securityCode, LABEL_REACH);
    const said = label !== undefined && label.start >= cursor ? label.topics : 0;
    const expiry = (said & Topic.securityCode) === 0 && (adjacent || (said & Topic.expiry) !== 0) ? readExpiry(scene, groups, i) : undefined;
    if (expiry !== undefined) {
      const detail = detailOf('expiry', ...expiry);
      found.push(detail);
      cursor = detail.end;
      if (expiry[1] !== group) i += 1;
    } else if (isCode(group.digits) && !isMaskedEnd(scene.text, group.start) && (adjacent || (said & Topic.securityCode) !== 0)
      && wordAfter(scene, group.end, Topic.money, 2) === undefined && !/[$\u20ac\u00a3]/.test(scene.text.slice(group.start - 2, group.end + 2))) {
      found.push(detailOf('securityCode', group, group));
      cursor = group.end;
    }
  }
  return found;
}

/** Expiry dates and codes that a word announces, anywhere in the text. Expiry dates only when `expiries`. */
function announced(scene: Scene, groups: readonly DigitGroup[], expiries: boolean): Candidate[] {
  const found: Candidate[] = [];
  if ((scene.topics & (Topic.securityCode | Topic.expiry)) === 0) return found;
  for (let i = 0; i < groups.length; i += 1) {
    const group = groups[i];
    if (group === undefined || group.taken || group.digits.length > 6 || isMaskedEnd(scene.text, group.start)) continue;
    const label = wordBefore(scene, group.start, Topic.expiry | Topic.securityCode | Topic.reference | Topic.phone, LABEL_REACH);
    if (label === undefined || digitBetween(scene.text, label.end, group.start)) continue;
    const alone = !/^[ -]$/.test(group.gap ?? '') && !/^[ -]$/.test(groups[i - 1]?.gap ?? '');
    if ((label.topics & Topic.securityCode) !== 0 && isCode(group.digits) && alone) found.push(detailOf('securityCode', group, group));
    else if (expiries && (label.topics & Topic.expiry) !== 0) {
      const expiry = readExpiry(scene, groups, i);
      if (expiry !== undefined) found.push(detailOf('expiry', ...expiry));
    }
  }
  return found;
}

/** What stands beside the given cards; marks its groups taken. */
export function findCardDetails(scene: Scene, groups: readonly DigitGroup[], cards: readonly Claim[]): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  for (const card of cards) {
    while (at < groups.length && (groups[at]?.start ?? 0) < card.end) at += 1;
    found.push(...detailsAfter(scene, groups, at, card));
  }
  found.push(...announced(scene, groups, cards.length > 0));
  return found;
}
