// What transcripts draw their rows with, how a file is called, and the question before a link is opened.
export { useFileFacts } from './file-line.tsx';
export { EventLine } from './event-line.tsx';
export { useEventText } from './event-text.ts';
export type { BubbleActions, EventItem, MessageItem } from './items.ts';
export { LinkedText } from './linked-text.tsx';
export { LinkCard } from './link-card.tsx';
export { useOpenLink } from './use-open-link.tsx';
export { useRichLine } from './rich-words.ts';
export { MessageBubble } from './message-bubble.tsx';
export { picturesHeight } from './picture-height.ts';
export { dayNumber, useSlotTimes } from './slot-times.ts';
