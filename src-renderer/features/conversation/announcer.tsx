// The one polite live region of the conversation: each new line of someone else is added once, masked as it is shown.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { useText } from '../../text/index.ts';
import { useEventText, useRichLine } from '../bubbles/index.ts';
import { announce, openingAnnounced } from './announcements.ts';

/** Lines kept in the region: enough for a burst to be read, few enough not to be a second transcript. */
const KEPT = 10;

export function Announcer({ taskId, items }: { readonly taskId: TaskId; readonly items: readonly ItemView[] }): ReactElement {
  const spoken = useSpokenText();
  const [announced, setAnnounced] = useState(() => openingAnnounced(taskId, items));
  // Ids, not items: a value that only a later message completes is masked in what was announced as well.
  const [lines, setLines] = useState<readonly string[]>([]);
  const next = announce(announced, items);
  if (next.announced !== announced) {
    setAnnounced(next.announced);
    if (next.fresh.length > 0) setLines([...lines, ...next.fresh.map((item) => item.itemId)].slice(-KEPT));
  }
  return (
    <output className="visually-hidden" aria-live="polite" aria-atomic="false" aria-relevant="additions">
      {lines.map((itemId) => {
        const item = items.findLast((one) => one.itemId === itemId);
        return item !== undefined && <span key={itemId}>{spoken(item)} </span>;
      })}
    </output>
  );
}

function useSpokenText(): (item: ItemView) => string {
  const text = useText();
  const eventText = useEventText();
  const richLine = useRichLine();
  return (item) => {
    if (item.kind === 'event') return eventText(item.event);
    const { content, name } = item;
    const words = content.text.text;
    if (content.kind === 'text') return text('conversation.spokenMessage', { name, text: words });
    if (content.kind === 'unsupported') return text('conversation.spokenMessage', { name, text: words === '' ? text('conversation.unsupported') : words });
    if (content.kind === 'rich') return text('conversation.spokenMessage', { name, text: richLine(content.rich) });
    const files = text('conversation.spokenFiles', { count: content.attachments.length, names: content.attachments.map((file) => file.fileName.text).join(', ') });
    return text('conversation.spokenMessage', { name, text: words === '' ? files : `${files}. ${words}` });
  };
}
