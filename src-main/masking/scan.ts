// Runs the recognisers over one text in the order of their certainty; each claims its ranges before the next.
import type { Candidate } from './candidate.ts';
import { findCardDetails } from './card-details.ts';
import { findCards } from './card.ts';
import { findEmails } from './email.ts';
import { isDigit } from './fold.ts';
import { linkGroups } from './gaps.ts';
import { findIbans } from './iban.ts';
import { normalise } from './normalise.ts';
import type { PlanCheck } from './numbering-plan.ts';
import { findPhones } from './phone.ts';
import { type Claim, type Scene, findGroups, takeClaimed } from './scene.ts';
import { hasSpokenDigits, spokenGroups } from './spoken.ts';
import { findSsns } from './ssn.ts';
import { Topic } from './vocabulary.ts';
import { findWords } from './words.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const SHORTEST_UUID = 36;

function uuids(text: string): Claim[] {
  if (text.length < SHORTEST_UUID || !text.includes('-')) return [];
  return Array.from(text.matchAll(UUID), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

const byStart = (a: Candidate, b: Candidate): number => a.start - b.start;

function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

/** The kinds read from digit groups, in order of certainty. */
function scanGroups(scene: Scene, groups: Scene['groups'], plan: PlanCheck): Candidate[] {
  linkGroups(scene, groups);
  const cards = findCards(scene, groups);
  const details = findCardDetails(scene, groups, cards);
  return [...cards, ...details, ...findSsns(scene, groups), ...findPhones(scene, groups, plan)];
}

/** The values in `text` with offsets of the input, in order and without overlap. Never throws; linear time. */
export function scan(text: string, newPlan: () => PlanCheck): Candidate[] {
  const normalised = normalise(text);
  const plain = normalised.text;
  const words = findWords(plain);
  const digits = hasDigit(plain);
  const spoken = hasSpokenDigits(words);
  const topics = words.reduce((all, word) => all | word.topics, 0);
  const mail = plain.includes('@') || (topics & Topic.at) !== 0;
  if (!digits && !spoken && !mail) return [];

  const scene: Scene = { text: plain, words, groups: digits ? findGroups(plain) : [], topics };
  const found: Candidate[] = mail ? findEmails(scene) : [];
  if (digits) {
    const ibans = findIbans(scene).filter((iban) => !found.some((email) => email.start < iban.end && iban.start < email.end));
    found.push(...ibans);
    found.sort(byStart);
    takeClaimed(scene.groups, found);
    takeClaimed(scene.groups, uuids(plain));
  }
  const plan = newPlan();
  if (digits) found.push(...scanGroups(scene, scene.groups, plan));
  if (spoken) {
    const groups = spokenGroups(scene);
    takeClaimed(groups, found.toSorted(byStart));
    found.push(...scanGroups(scene, groups, plan));
  }
  const values = found.filter(({ settled }) => settled !== true);
  return values.sort(byStart).map((one) => ({ ...one, start: normalised.start(one.start), end: normalised.end(one.end) }));
}
