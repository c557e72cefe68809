// What a recogniser hands back, and what the rest of Parley sees of it.
import type { SensitiveKind } from '../../src-shared/domain/masking.ts';

/** What stands beside a card and is hidden completely. */
export type CardDetail = 'expiry' | 'securityCode';

/** A value found in the normalised text; offsets are the normalised text's. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: SensitiveKind;
  readonly detail?: CardDetail;
  /** Masked by an earlier pass: its range is claimed, nothing is left to hide. */
  readonly settled?: true;
}

/**
 * A value found in a text: UTF-16 offsets of the input, `end` exclusive. `detail` marks what stands beside
 * a card. `shown` is the mask of a value whose other parts stand in other messages.
 */
export interface Finding extends Candidate {
  readonly shown?: string;
}

/** A part of a text that an agent has marked: offsets as in `Finding`; all of it is hidden. */
export interface Marking {
  readonly start: number;
  readonly end: number;
  readonly type: 'MARKED';
}
