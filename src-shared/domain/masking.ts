// What masking leaves behind: the kinds of value that are hidden, and a text together with the places
// where something was hidden. Never holds the value itself.

/** A kind of personal data that masking hides. */
export type SensitiveKind = 'CARD' | 'IBAN' | 'SSN' | 'EMAIL' | 'PHONE';

/** What a hidden place holds; `MARKED` = a part that an agent pointed at, of whatever kind. */
export type MaskKind = SensitiveKind | 'MARKED';

/** A hidden place in a masked text; offsets are UTF-16 units of the masked text, `end` exclusive. */
export interface MaskedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}

/** A text that is safe to show, with the places where a value was hidden, in order. */
export interface MaskedText {
  readonly text: string;
  readonly spans: readonly MaskedSpan[];
}

/** A text in which nothing is hidden. */
export const plainText = (text: string): MaskedText => ({ text, spans: [] });
