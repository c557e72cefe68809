// E-mail addresses, written or spoken: found at each "@" or word for it, read outwards. A written "@" right
// between local part and domain needs nothing else; looser forms need a provider, a mail word or a telling local part.
import { isWordUnit } from './fold.ts';
import { type Scene, wordAfter, wordBefore } from './scene.ts';
import { JOINING_WORDS, Topic } from './vocabulary.ts';
import { type Domain, PROVIDERS, isLocalUnit, readDomain } from './domain-name.ts';
import type { Candidate } from './candidate.ts';

const LONGEST_LOCAL = 64;
const MOST_JOINS = 6;

/** Words that stand before "at" or "@" in ordinary sentences. */
const NOT_LOCAL: ReadonlySet<string> = new Set(
  ('it me us you him her them this that these those is was are were be been am i he she we they look looking looked find found shop shopped shopping buy buying bought '
    + 'order orders ordered ordering see seeing saw seen visit visited visiting work works worked working store site website webpage page price prices available arrive arrived arrives '
    + 'call called contact reach reached email mail message write text here there up out back down in on off sale sold selling meet meeting met lunch dinner coffee support team help '
    + 'account profile name and or the a an my your our his their login stay stayed live lives started ends open opens closed today tomorrow now pm am online hotel shopping each '
    + 'pieces items people pair pairs more hi hello hey thanks dank merci danke gracias grazie obrigado follow via from to for with by of as per about check checked read one me mij '
    + 'mich mir ons uns nous vous te lui op bei chez en y e o et und ook auch kijk koop gekocht besteld sehen gekauft achete compre comprado comprato').split(' '),
);

/** Whether a word stands before "at" or "@" in ordinary sentences, and so is hardly a mailbox. */
export const isOrdinaryWord = (word: string): boolean => NOT_LOCAL.has(word.toLowerCase());

interface Local {
  readonly start: number;
  readonly value: string;
  /** Put together from spoken or spelled pieces. */
  readonly joined: boolean;
}

/** The unbroken local part that ends at `end`; punctuation in front is not part of it. */
function readLocal(text: string, end: number): Local | undefined {
  if (text[end - 1] === '"') {
    const open = text.lastIndexOf('"', end - 2);
    return open >= 0 && end - open <= LONGEST_LOCAL ? { start: open, value: text.slice(open, end), joined: false } : undefined;
  }
  let start = end;
  while (start > 0 && start > end - LONGEST_LOCAL && isLocalUnit(text.charCodeAt(start - 1))) start -= 1;
  if (/^.?\*+$/su.test(text.slice(start, end))) return { start, value: text.slice(start, end), joined: false };
  while (start < end && !isWordUnit(text.charCodeAt(start)) && text[start] !== '_' && !(text.charCodeAt(start) >= 0xd800)) start += 1;
  return start < end ? { start, value: text.slice(start, end), joined: false } : undefined;
}

/** Adds what is spoken before a local part: "conor dot conn", "jan underscore 12", "j o h n". */
function withJoinedPieces(scene: Scene, first: Local): Local {
  const { text } = scene;
  let local = first;
  for (let joins = 0; joins < MOST_JOINS; joins += 1) {
    const word = wordBefore(scene, local.start, Topic.joiner | Topic.dot, 2);
    if (word === undefined || word.start === 0 || /\w/.test(text.slice(word.end, local.start))) break;
    if ((word.topics & Topic.dot) === 0 && !JOINING_WORDS.test(text.slice(word.start, word.end).toLowerCase())) break;
    let end = word.start;
    while (end > word.start - 2 && /[ [(]/.test(text[end - 1] ?? '')) end -= 1;
    const piece = end === word.start ? undefined : readLocal(text, end);
    if (piece === undefined) break;
    local = { start: piece.start, value: text.slice(piece.start, first.start + first.value.length), joined: true };
  }
  if (local.value.length === 1) {
    let start = local.start;
    let letters = 1;
    while (letters < 32 && /[ -]/.test(text[start - 1] ?? '') && isWordUnit(text.charCodeAt(start - 2)) && !isWordUnit(text.charCodeAt(start - 3))) {
      start -= 2;
      letters += 1;
    }
    if (letters >= 3) local = { start, value: text.slice(start, local.start + 1), joined: true };
  }
  return local;
}

/** Whether a loose form ("x @ y.z", "x at y dot z") is an address rather than a sentence. */
function isLikely(scene: Scene, local: Local, domain: Domain, mention: boolean): boolean {
  const value = local.value.toLowerCase();
  if (!local.joined && NOT_LOCAL.has(value)) return false;
  if (local.joined || /[\d._+]/.test(value.slice(1))) return !/^\d{1,3}$/.test(value);
  if (domain.labels.some((label) => PROVIDERS.has(label.toLowerCase()))) return true;
  const mail = wordBefore(scene, local.start, Topic.mail, 56) ?? wordAfter(scene, domain.end, Topic.mail, 24);
  return mail !== undefined || (!mention && local.start === 0 && domain.end >= scene.text.trimEnd().length - 1);
}

interface Sign {
  /** The sign with its brackets and spaces. */
  readonly start: number;
  readonly end: number;
  readonly form: 'tight' | 'bracketed' | 'spaced';
}

/** Widens a sign over brackets and up to two spaces on either side. */
function widen(text: string, from: number, to: number): Sign {
  let start = from;
  let end = to;
  const pairs: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>', _: '_', '-': '-', '*': '*', '|': '|' };
  while (text[start - 1] === ' ' && from - start < 1) start -= 1;
  while (text[end] === ' ' && end - to < 1) end += 1;
  const close = pairs[text[start - 1] ?? ''];
  const bracketed = close !== undefined && text[end] === close;
  if (bracketed) {
    start -= 1;
    end += 1;
  } else {
    start = from;
    end = to;
  }
  const inner = { start, end };
  while (start > inner.start - 2 && text[start - 1] === ' ') start -= 1;
  while (end < inner.end + 2 && text[end] === ' ') end += 1;
  return { start, end, form: bracketed ? 'bracketed' : start < from || end > to ? 'spaced' : 'tight' };
}

function readWritten(scene: Scene, at: number): Candidate | undefined {
  const { text } = scene;
  const sign = widen(text, at, at + 1);
  const plainLocal = readLocal(text, sign.start);
  if (plainLocal === undefined) return undefined;
  if (/^.?\*+$/su.test(plainLocal.value)) {
    const end = readDomain(scene, sign.end)?.end;
    return end === undefined ? undefined : { start: plainLocal.start, end, type: 'EMAIL', settled: true };
  }
  if (sign.form === 'tight') {
    const host = /^\[[\d.:a-f]{3,40}\]/i.exec(text.slice(sign.end, sign.end + 42));
    if (host !== null) return { start: plainLocal.start, end: sign.end + host[0].length, type: 'EMAIL' };
  }
  const domain = readDomain(scene, sign.end);
  if (domain === undefined) return undefined;
  if (sign.form === 'tight') return { start: plainLocal.start, end: domain.end, type: 'EMAIL' };
  const local = withJoinedPieces(scene, plainLocal);
  if (domain.labels.length < 2) return undefined;
  // "ping @jan.jansen" mentions somebody.
  if (sign.form === 'spaced' && !isLikely(scene, local, domain, sign.end === at + 1)) return undefined;
  return { start: local.start, end: domain.end, type: 'EMAIL' };
}

function readSpoken(scene: Scene, from: number, to: number): Candidate | undefined {
  const { text } = scene;
  const sign = widen(text, from, to);
  if (sign.form === 'tight' || (sign.form === 'spaced' && (sign.start === from || sign.end === to))) return undefined;
  const plainLocal = readLocal(text, sign.start);
  const domain = plainLocal === undefined ? undefined : readDomain(scene, sign.end);
  if (plainLocal === undefined || domain === undefined || domain.labels.length < 2) return undefined;
  const local = withJoinedPieces(scene, plainLocal);
  // "[at]" and "arobase" have no other use; a bare "at" does.
  const telling = sign.form === 'bracketed' || to - from > 3;
  if (!telling && !isLikely(scene, local, domain, false)) return undefined;
  return { start: local.start, end: domain.end, type: 'EMAIL' };
}

/** The e-mail addresses in the scene, in order and without overlap. */
export function findEmails(scene: Scene): Candidate[] {
  const { text } = scene;
  const found: Candidate[] = [];
  const signs: (readonly [from: number, to: number])[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) signs.push([at, at + 1]);
  for (const word of scene.words) if ((word.topics & Topic.at) !== 0) signs.push([word.start, word.end]);
  signs.sort((a, b) => a[0] - b[0]);
  let covered = 0;
  for (const [from, to] of signs) {
    if (from < covered) continue;
    const candidate = text[from] === '@' ? readWritten(scene, from) : readSpoken(scene, from, to);
    if (candidate === undefined || candidate.start < covered) continue;
    found.push(candidate);
    covered = candidate.end;
  }
  return found;
}
