// A card that waits beside the draft until it is sent or removed, and what it was made of. Raw: in main's memory and encrypted on disk only.
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { TemplateEdits } from '../../src-shared/domain/template.ts';

export interface CardOrigin {
  /** null = made without a template (a link). */
  readonly templateId: string | null;
  readonly name: string;
  /** What the agent typed for places and changed. */
  readonly values: Readonly<Record<string, string>>;
  readonly edits: TemplateEdits;
  /** Values that came from the customer's data and are hidden wherever they stand. */
  readonly hidden: readonly string[];
  /** The content as words. */
  readonly asText: string;
}

export interface StagedCard {
  readonly stagedId: string;
  readonly content: Outbound;
  readonly origin: CardOrigin;
}
