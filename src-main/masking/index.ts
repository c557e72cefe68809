// The masking engine's public face. A masker finds the five kinds of personal data in customer text and
// hides them; it keeps no text between calls.
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { Finding, Marking } from './candidate.ts';
import { type AppendedMessage, type ConversationMessage, type ScannedMessage, createConversationScan } from './conversation.ts';
import { maskEmail, maskNumber, maskWith } from './mask.ts';
import { createPlans } from './numbering-plan.ts';
import { scan } from './scan.ts';
import { settle } from './settle.ts';

export type { Finding, Marking } from './candidate.ts';
export { maskWith } from './mask.ts';
export { type AppendedMessage, type ConversationMessage, type ScannedMessage, TAIL_LENGTH } from './conversation.ts';

/** What a field holds, when the field itself says so. */
export type FieldKind = 'phone' | 'email' | 'name' | 'text';

export interface Masker {
  /** The values in `text`: UTF-16 offsets, in order, without overlap. Never throws. */
  find(text: string): Finding[];
  /** `text` with every value hidden. Masking the result again changes nothing. */
  mask(text: string): MaskedText;
  /** `text` with the given findings hidden. */
  maskWith(text: string, findings: readonly (Finding | Marking)[]): MaskedText;
  /** A field by its type: a phone field is hidden whether or not its number is valid. */
  maskField(kind: FieldKind, value: string): MaskedText;
  /** Findings for each message, values split over up to six messages of one sender included. */
  findInConversation(messages: readonly ConversationMessage[]): Finding[][];
  /**
   * One more message in a live conversation. `tail` is its last messages (`TAIL_LENGTH` are enough) with the
   * findings known so far; the answer names the earlier messages that have to be drawn again.
   */
  append(tail: readonly ScannedMessage[], next: ConversationMessage): AppendedMessage;
}

const NUMBER_ONLY = /^[\s\d+().\-/]+$/u;
const FEWEST_PHONE_DIGITS = 7;

const whole = (text: string, kind: 'PHONE' | 'EMAIL'): MaskedText => ({ text, spans: text === '' ? [] : [{ start: 0, end: text.length, kind }] });

/** A masker for an organisation whose customers write national numbers of `regions` (ISO 3166 codes). */
export function createMasker(options: { readonly regions: readonly string[] }): Masker {
  const newPlan = createPlans(options.regions);
  const find = (text: string): Finding[] => settle(text, (one) => scan(one, newPlan));
  const mask = (text: string): MaskedText => maskWith(text, find(text));
  const conversation = createConversationScan(find, newPlan);

  const maskField = (kind: FieldKind, value: string): MaskedText => {
    if (kind === 'phone') return whole(maskNumber(value), 'PHONE');
    if (kind === 'email') return whole(maskEmail(value), 'EMAIL');
    const numberOnly = kind === 'name' && NUMBER_ONLY.test(value) && value.replace(/\D/g, '').length >= FEWEST_PHONE_DIGITS;
    return numberOnly ? whole(maskNumber(value), 'PHONE') : mask(value);
  };

  return { find, mask, maskWith, maskField, findInConversation: conversation.findAll, append: conversation.append };
}
