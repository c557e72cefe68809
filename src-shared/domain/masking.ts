// Masked text: what leaves the vault. The spans let the window mark what was hidden and say of which kind, never the value.

export type SensitiveKind = 'CARD' | 'IBAN' | 'SSN' | 'EMAIL' | 'PHONE';

/** Offsets in UTF-16 units into the masked text. */
export interface MaskedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SensitiveKind;
}

export interface MaskedText {
  readonly text: string;
  readonly spans: readonly MaskedSpan[];
}

export const plainText = (text: string): MaskedText => ({ text, spans: [] });
