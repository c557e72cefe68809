// What the agent changed about a template, put into its content. Pure; what does not fit the kind changes nothing.
import type { Outbound, OutboundOf } from './outbound.ts';
import type { TemplateEdits } from './template.ts';
import { isZone, offsetAt } from './zones.ts';

export function applyEdits(content: Outbound, edits: TemplateEdits): Outbound {
  switch (content.kind) {
    case 'richLink':
      return { ...content, title: edits.title ?? content.title, picture: edits.picture === undefined ? content.picture : edits.picture === null ? null : { id: 'image', ...edits.picture } };
    case 'listPicker':
      return edits.without === undefined ? content : withoutItems(content, new Set(edits.without));
    case 'timePicker':
      return atTimes(content, edits);
    case 'form':
      return edits.start === undefined ? content : startAt(content, edits.start);
    default:
      return content;
  }
}

function withoutItems(content: OutboundOf<'listPicker'>, left: ReadonlySet<string>): OutboundOf<'listPicker'> {
  const sections = content.sections.map((section) => ({ ...section, items: section.items.filter(({ key }) => !left.has(key)) })).filter((section) => section.items.length > 0);
  return { ...content, sections };
}

function atTimes(content: OutboundOf<'timePicker'>, edits: TemplateEdits): OutboundOf<'timePicker'> {
  const slots = edits.slots ?? content.event.slots;
  const zone = edits.zone === undefined ? content.event.zone : edits.zone !== null && isZone(edits.zone) ? edits.zone : null;
  // The offset is that of the first slot: what lies beyond a change of the clock is warned of.
  const first = [...slots].sort((a, b) => a.start - b.start)[0];
  const offset = edits.zone === undefined ? content.event.offset : zone === null || first === undefined ? null : offsetAt(zone, first.start);
  return { ...content, event: { ...content.event, slots, zone, offset } };
}

/** A form that starts further on has only the pages that can still be come to. */
function startAt(content: OutboundOf<'form'>, start: string): OutboundOf<'form'> {
  const next = new Map(content.pages.map((page) => [page.key, [page.next, ...page.items.map((item) => item.next)].filter((key) => key !== null)]));
  if (!next.has(start)) return content;
  const reached = new Set([start]);
  for (const key of reached) for (const to of next.get(key) ?? []) reached.add(to);
  return { ...content, start, pages: content.pages.filter(({ key }) => reached.has(key)) };
}
