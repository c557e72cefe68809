// A system line: what happened to the chat, and when.
import { memo } from 'react';
import type { ReactElement } from 'react';
import { useText, useTimeFormats } from '../../text/index.ts';
import './bubbles.css';
import { useEventText } from './event-text.ts';
import type { EventItem } from './items.ts';

export const EventLine = memo(function EventLine({ item }: { readonly item: EventItem }): ReactElement {
  const text = useText();
  const eventText = useEventText();
  const { time } = useTimeFormats();
  return <p className="event-line">{text('conversation.lineAt', { line: eventText(item.event), time: time(item.at) })}</p>;
});
