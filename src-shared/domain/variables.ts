// Places in a template that differ from chat to chat: `{{customer.name}}`, `{{agent.name}}`, `{{queue}}`, associated data, and what the agent is asked for.
import { mapOutbound, outboundTexts, type Outbound } from './outbound.ts';
import type { VariableSource } from './template.ts';

const PLACE = /\{\{\s*([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,79})\s*\}\}/gu;

/** The names in a text, in order. */
const namesIn = (text: string): readonly string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name);

/** The names in all texts and addresses of the content, in the order they are read, each once. */
export function variablesOf(content: Outbound): readonly string[] {
  const url = content.kind === 'richLink' ? namesIn(content.url) : [];
  return [...new Set([...outboundTexts(content).flatMap(namesIn), ...url])];
}

/** A part of a filled text: `name` null = it stands in the template. */
export interface FilledPart {
  readonly text: string;
  readonly name: string | null;
}

/** The text in parts; a place without a value stays as it is. What a value says is never read as a place again. */
export function fillParts(text: string, valueOf: (name: string) => string | null): readonly FilledPart[] {
  const parts: FilledPart[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACE)) {
    const [place, name = ''] = match;
    const value = valueOf(name);
    if (value === null) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index), name: null });
    parts.push({ text: value, name });
    at = match.index + place.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), name: null });
  return parts;
}

export const fillText = (text: string, valueOf: (name: string) => string | null): string => fillParts(text, valueOf).map((part) => part.text).join('');

/** The content with its places filled; in an address a value is written so that it stays one part of it. */
export const fillOutbound = (content: Outbound, valueOf: (name: string) => string | null): Outbound => mapOutbound(content, {
  text: (words) => fillText(words, valueOf),
  url: (url) => fillText(url, (name) => {
    const value = valueOf(name);
    return value === null ? null : encodeURIComponent(value);
  }),
});

/** What a chat and its agent give for places. Raw. */
export interface VariableContext {
  readonly customerName: string;
  readonly agentName: string;
  readonly queueName: string;
  readonly data: readonly { readonly key: string; readonly label: string; readonly value: string }[];
}

export interface ResolvedVariable {
  readonly name: string;
  readonly source: VariableSource;
  /** null = nothing is known and the agent has not said. */
  readonly value: string | null;
}

const present = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value);

/** What a place gets: what the agent typed for it before what the chat knows. */
export function resolveVariable(name: string, context: VariableContext, typed: Readonly<Record<string, string>>): ResolvedVariable {
  const own = present(Object.hasOwn(typed, name) ? typed[name] : undefined);
  const known = knownValue(name, context);
  return { name, source: known?.source ?? 'prompt', value: own ?? known?.value ?? null };
}

function knownValue(name: string, { customerName, agentName, queueName, data }: VariableContext): { readonly source: VariableSource; readonly value: string | null } | null {
  switch (name.toLowerCase()) {
    case 'customer.name': return { source: 'customer', value: present(customerName) };
    case 'agent.name': return { source: 'agent', value: present(agentName) };
    case 'queue':
    case 'queue.name': return { source: 'queue', value: present(queueName) };
    default: {
      const wanted = name.toLowerCase().replace(/^data\./, '');
      const datum = data.find(({ key }) => key.toLowerCase() === wanted) ?? data.find(({ label }) => label.toLowerCase() === wanted);
      return datum === undefined ? null : { source: 'data', value: present(datum.value) };
    }
  }
}
