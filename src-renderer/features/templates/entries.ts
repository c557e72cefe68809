// The library as the picker shows it: screened for the device the customer wrote from last, in the order it is used. Pure.
import { compatibility, type Compatibility, type DeviceCapabilities } from '../../../src-shared/domain/capabilities.ts';
import type { OutboundKind } from '../../../src-shared/domain/outbound.ts';
import type { WithdrawnBy } from '../../../src-shared/domain/template.ts';
import type { TemplateEntryView } from '../../../src-shared/ipc/view.ts';
import type { Findable } from './search.ts';

export type TemplateKind = OutboundKind;

export type Blocked =
  | { readonly why: 'withdrawn'; readonly by: WithdrawnBy }
  | { readonly why: 'device'; readonly refusal: Extract<Compatibility, { readonly ok: false }> };

export interface PickerEntry extends Findable {
  readonly kind: TemplateKind;
  readonly category: string;
  readonly favourite: boolean;
  /** When it was used last, ms since the epoch. */
  readonly usedAt: number | null;
  /** Why it cannot be used now. */
  readonly blocked: Blocked | null;
}

function blockedOf(template: TemplateEntryView, device: DeviceCapabilities): Blocked | null {
  if (template.withdrawn !== null) return { why: 'withdrawn', by: template.withdrawn };
  const refusal = compatibility(template.kind, device);
  return refusal.ok ? null : { why: 'device', refusal };
}

/** The customer's language first, then what this agent uses most. */
export function entriesOf(library: Readonly<Record<string, TemplateEntryView>>, device: DeviceCapabilities, customerLocale: string | null): readonly PickerEntry[] {
  const language = customerLocale?.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  const foreign = (one: TemplateEntryView): number => (language === '' || one.language === '' || one.language.toLowerCase().startsWith(language) ? 0 : 1);
  return Object.values(library)
    .sort((one, other) => foreign(one) - foreign(other) || other.uses - one.uses || one.name.localeCompare(other.name))
    .map((one) => ({
      templateId: one.id, title: one.name, shortcut: one.shortcut, text: one.words, kind: one.kind, category: one.category, favourite: one.favourite, usedAt: one.lastUsedAt,
      blocked: blockedOf(one, device),
    }));
}
