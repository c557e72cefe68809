// Templates of the library: content with places for what differs from chat to chat, and what the agent changes before sending.
import type { Capability } from './capabilities.ts';
import type { Outbound, OutboundKind, Picture } from './outbound.ts';

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** BCP 47, as the library has it: `nl`, `en`. */
  readonly language: string;
  /** What the agent types after `/`; '' = none. */
  readonly shortcut: string;
  readonly kind: OutboundKind;
  readonly content: Outbound;
  /** Names of the places to fill, in the order they are read, each once. */
  readonly variables: readonly string[];
  /** The business account it belongs to; null = every one. */
  readonly assetId: string | null;
  readonly withdrawn: WithdrawnBy | null;
}

/** Why a template is not to be used although it is in the library: its business account was deleted, or policy forbids it. */
export type WithdrawnBy = 'asset' | 'policy';

/** An entry as lists show it; the content stays in main until it is asked for. */
export interface TemplateEntry {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly language: string;
  readonly shortcut: string;
  readonly kind: OutboundKind;
  /** null = every device shows it. */
  readonly needs: Capability | null;
  /** Words a search looks in, beside name, category and shortcut; shortened. */
  readonly words: string;
  readonly variables: readonly string[];
  readonly withdrawn: WithdrawnBy | null;
}

/** How often and when this agent used a template on this computer. */
export interface TemplateUse {
  readonly uses: number;
  /** ms since the epoch. */
  readonly lastUsedAt: number;
}

export interface TemplateHabits {
  readonly favourites: readonly string[];
  readonly used: Readonly<Record<string, TemplateUse>>;
}

export const noHabits: TemplateHabits = { favourites: [], used: {} };

export interface SlotEdit {
  readonly key: string;
  /** ms since the epoch. */
  readonly start: number;
  readonly seconds: number;
}

/** What the agent changes about a template before it is sent; a part that is absent stays as the template has it. */
export interface TemplateEdits {
  /** Time picker: the slots instead of the template's. */
  readonly slots?: readonly SlotEdit[];
  /** Time picker: where the event is; null = every customer sees their own zone. */
  readonly zone?: string | null;
  /** List picker: items that are left out, by key. A section without items goes too. */
  readonly without?: readonly string[];
  /** Rich link. */
  readonly title?: string;
  /** Rich link: null = no picture. Its bytes as `template.picture` answered them. */
  readonly picture?: Pick<Picture, 'data' | 'alt'> | null;
  /** Form: the page to start at. */
  readonly start?: string;
}

export type VariableSource = 'customer' | 'agent' | 'queue' | 'data' | 'prompt';

