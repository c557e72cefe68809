// Reads the domain of an e-mail address, full stops written or spoken ("gmail dot com", "gmail[.]com").
import { isLetter, isWordUnit } from './fold.ts';
import { type Scene, wordAfter } from './scene.ts';
import { Topic } from './vocabulary.ts';

export interface Domain {
  /** Offset just after the last label. */
  readonly end: number;
  readonly labels: readonly string[];
  /** Every full stop is a plain one. */
  readonly plain: boolean;
}

const LONGEST_LABEL = 63;
const MOST_LABELS = 8;

/** Providers customers write from: their names alone make an address likely. Taken from public lists of free mail hosts. */
export const PROVIDERS: ReadonlySet<string> = new Set(
  ('gmail googlemail hotmail outlook live msn yahoo ymail rocketmail icloud aol proton protonmail gmx web t-online freenet ziggo kpnmail xs4all hetnet casema '
    + 'upcmail chello telenet skynet wanadoo laposte sfr libero virgilio tiscali uol telefonica btinternet virginmedia comcast verizon yandex zoho fastmail tutanota tuta '
    + 'qq 163 126 sina naver daum seznam wp onet interia bluewin sapo posteo mailbox arcor kabelmail gmial hotmial mac').split(' '),
);

/** Endings common enough to be trusted after a slip ("gmail,com", "gmail com"). */
const COMMON_ENDINGS = new Set('com net org edu gov nl de fr es it pt be at ch uk eu io co us br ie pl se no dk fi me info'.split(' '));

function labelEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end < at + LONGEST_LABEL && (isWordUnit(text.charCodeAt(end)) || (text[end] === '-' && end > at))) end += 1;
  while (end > at && text[end - 1] === '-') end -= 1;
  return end;
}

interface Stop {
  readonly next: number;
  readonly plain: boolean;
}

/** A full stop at `at`, written, bracketed, spaced or spoken; undefined when the domain ends here. */
function readStop(scene: Scene, at: number): Stop | undefined {
  const { text } = scene;
  if (text[at] === '.' && isWordUnit(text.charCodeAt(at + 1))) return { next: at + 1, plain: true };
  let from = at;
  while (from < at + 2 && text[from] === ' ') from += 1;
  const open = '([{<_'.indexOf(text[from] ?? '-');
  const inside = open >= 0 ? from + 1 : from;
  const spaced = inside + (text[inside] === ' ' ? 1 : 0);
  let after: number;
  if (text[spaced] === '.') after = spaced + 1;
  else {
    const word = wordAfter(scene, spaced, Topic.dot, 0);
    if (word?.start !== spaced || (open < 0 && from === at && text[at - 1] !== '-')) return undefined;
    after = word.end;
  }
  if (open >= 0) {
    if (text[after] === ' ') after += 1;
    if (text[after] !== ')]}>_'[open]) return undefined;
    after += 1;
  }
  const bare = open < 0 && text[spaced] === '.';
  const gap = after;
  while (after < gap + 2 && text[after] === ' ') after += 1;
  if (!isWordUnit(text.charCodeAt(after))) return undefined;
  // A sentence's full stop has a space after it too: only a common ending counts.
  if (bare && !COMMON_ENDINGS.has(text.slice(after, labelEnd(text, after)).toLowerCase())) return undefined;
  return { next: after, plain: false };
}

const isEnding = (label: string): boolean => label.length >= 2 && label.length <= 24 && (/^\p{L}+$/u.test(label) || /^xn--[a-z0-9-]+$/i.test(label));

/** "acme.nl.Please": a capital after a lower-case domain begins the next sentence. */
const isNextSentence = (label: string, before: readonly string[]): boolean =>
  /^\p{Lu}\p{Ll}/u.test(label) && before.length > 1 && before.every((one) => one === one.toLowerCase());

/** The domain that begins at `at`, or undefined. Needs a full stop and a lettered ending; versions ("4.17.21") are none. */
export function readDomain(scene: Scene, at: number): Domain | undefined {
  const { text } = scene;
  const labels: string[] = [];
  let good: Domain | undefined;
  let plain = true;
  let from = at;
  for (let count = 0; count < MOST_LABELS; count += 1) {
    const end = labelEnd(text, from);
    if (end === from) break;
    const label = text.slice(from, end);
    if (isNextSentence(label, labels)) break;
    labels.push(label);
    if (labels.length > 1 && isEnding(label)) good = { end, labels: [...labels], plain };
    const stop = readStop(scene, end);
    if (stop === undefined) break;
    // A spoken stop after a complete address and before a common word is speech again; the ending rule above decides.
    plain &&= stop.plain;
    from = stop.next;
  }
  if (good !== undefined) return /^\d+$/.test(good.labels[0] ?? '') && /^\d+$/.test(good.labels[1] ?? '') ? undefined : good;
  return readSlip(text, at);
}

/** "gmail,com", "gmail com" and plain "gmail": a known provider with a slip of the finger. */
function readSlip(text: string, at: number): Domain | undefined {
  const end = labelEnd(text, at);
  const name = text.slice(at, end);
  if (!PROVIDERS.has(name.toLowerCase()) || /^\d/.test(name)) return undefined;
  const gap = /^(?:, ?| {1,2}|;|:|\/)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const last = labelEnd(text, end + gap);
  const ending = text.slice(end + gap, last);
  const common = gap > 0 && COMMON_ENDINGS.has(ending) && ending.length >= 2 && (ending === 'com' || text[end] !== ' ');
  return common ? { end: last, labels: [name, ending], plain: false } : { end, labels: [name], plain: true };
}

/** Whether a unit may stand inside the local part of an address. */
export function isLocalUnit(unit: number): boolean {
  if (unit === 0x2e || unit === 0x5f || unit === 0x2b || unit === 0x2d || unit === 0x27) return true;
  if (unit === 0x21 || unit === 0x23 || unit === 0x24 || unit === 0x5e || unit === 0x7e || unit === 0x2a) return true;
  return (unit >= 0x30 && unit <= 0x39) || isLetter(unit) || (unit >= 0xd800 && unit <= 0xdfff);
}
