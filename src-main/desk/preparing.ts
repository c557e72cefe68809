// A template made ready for a chat: edited, filled from the vault, checked; and the same masked, for the window.
import { validate } from '../../src-shared/apple/index.ts';
import { applyEdits } from '../../src-shared/domain/apply-edits.ts';
import { asText } from '../../src-shared/domain/as-text.ts';
import { compatibility, type DeviceCapabilities } from '../../src-shared/domain/capabilities.ts';
import { isError } from '../../src-shared/domain/issue.ts';
import { plainText } from '../../src-shared/domain/masking.ts';
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { Task } from '../../src-shared/domain/task.ts';
import type { Template, TemplateEdits } from '../../src-shared/domain/template.ts';
import { fillOutbound, resolveVariable, variablesOf, type ResolvedVariable } from '../../src-shared/domain/variables.ts';
import type { PreparedTemplate } from '../../src-shared/ipc/view.ts';
import { asTextPlace } from './as-text-place.ts';
import { hide, type Hiding } from './hiding.ts';
import { maskOutbound } from './outbound-projection.ts';
import type { StagedCard } from './staged-card.ts';

export interface Preparing {
  readonly task: Task;
  readonly agentName: string;
  readonly values: Readonly<Record<string, string>>;
  readonly edits: TemplateEdits;
  readonly newId: () => string;
}

export interface Prepared {
  readonly card: StagedCard;
  readonly variables: readonly ResolvedVariable[];
}

/** Raw. The request's id is new: an answer can be told from one to an earlier sending. */
export async function prepare(template: Template, { task, agentName, values, edits, newId }: Preparing, { masker }: Hiding): Promise<Prepared> {
  const context = { customerName: task.customerName, agentName, queueName: task.queueName, data: task.associatedData };
  const edited = applyEdits(template.content, edits);
  const variables = variablesOf(edited).map((name) => resolveVariable(name, context, values));
  const byName = new Map(variables.map((variable) => [variable.name, variable.value]));
  const content = keyed(fillOutbound(edited, (name) => byName.get(name) ?? null), newId);
  const hidden = variables.flatMap(({ source, value }) => {
    if (value === null || (source !== 'customer' && source !== 'data')) return [];
    return masker.maskField(source === 'customer' ? 'name' : 'text', value).spans.length > 0 ? [value] : [];
  });
  const words = asText(content, await asTextPlace(template.language));
  return { card: { stagedId: newId(), content, origin: { templateId: template.id, name: template.name, values, edits, hidden, asText: words } }, variables };
}

const keyed = (content: Outbound, newId: () => string): Outbound => ('keys' in content ? { ...content, keys: { ...content.keys, request: newId() } } : content);

/** As the window may see it. */
export function preparedView({ card, variables }: Prepared, known: DeviceCapabilities, now: number, hiding: Hiding): PreparedTemplate {
  const { content, origin } = card;
  const masked = maskOutbound(content, origin.hidden, hiding);
  const issues = validate(content, now);
  const clear = masked.kind === 'text' && masked.text.spans.length === 0 && !issues.some(isError);
  return {
    content: masked, asText: hide(origin.asText, origin.hidden, hiding), insert: clear ? masked.text.text : null, issues,
    variables: variables.map(({ name, source, value }) => ({ name, source, value: value === null ? null : source === 'prompt' ? plainText(value) : hide(value, origin.hidden, hiding) })),
    compatibility: compatibility(content.kind, known),
  };
}
