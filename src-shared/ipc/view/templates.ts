// The library of templates, and a card between the picker and the customer.
import type { Compatibility } from '../../domain/capabilities.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Issue } from '../../domain/issue.ts';
import type { MaskedText } from '../../domain/masking.ts';
import type { Outbound } from '../../domain/outbound.ts';
import type { TemplateEdits, TemplateEntry, VariableSource, WithdrawnBy } from '../../domain/template.ts';

/** An entry of the library with this agent's habits. */
export interface TemplateEntryView extends TemplateEntry {
  readonly favourite: boolean;
  readonly uses: number;
  /** ms since the epoch; null = not used yet. */
  readonly lastUsedAt: number | null;
}

/** The library as last read, by id. */
export interface TemplatesView {
  readonly list: Readonly<Record<string, TemplateEntryView>>;
  readonly loading: boolean;
  readonly failure: Failure | null;
  /** ms since the epoch; null = not read yet. */
  readonly loadedAt: number | null;
}

export type StagedState =
  | { readonly state: 'ready' }
  | ({ readonly state: 'incompatible' } & Omit<Extract<Compatibility, { readonly ok: false }>, 'ok'>)
  | { readonly state: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly state: 'withdrawn'; readonly why: WithdrawnBy };

/** A card that waits to be sent. What is wrong is told; nothing is taken away. */
export interface StagedView {
  readonly stagedId: string;
  /** null = made without a template. */
  readonly templateId: string | null;
  readonly name: string;
  readonly kind: Outbound['kind'];
  /** As the customer will see it, masked; without the bytes of its pictures. */
  readonly content: Outbound<MaskedText>;
  readonly asText: MaskedText;
  /** What the agent typed and changed, to go on from. */
  readonly values: Readonly<Record<string, string>>;
  readonly edits: TemplateEdits;
  readonly state: StagedState;
  readonly warnings: readonly Issue[];
}

/** What `template.prepare` answers: the template as it would be sent now. */
export interface PreparedTemplate {
  /** Masked, with its pictures. */
  readonly content: Outbound<MaskedText>;
  readonly asText: MaskedText;
  /** Text for the compose box; null = it is no text, or something in it is hidden: stage it instead. */
  readonly insert: string | null;
  readonly variables: readonly { readonly name: string; readonly source: VariableSource; readonly value: MaskedText | null }[];
  /** Places without a value among them. */
  readonly issues: readonly Issue[];
  readonly compatibility: Compatibility;
}
