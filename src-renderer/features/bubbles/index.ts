// What the transcript draws its rows with, and how a file is called.
export { useFileFacts } from './file-card.tsx';
export { EventLine } from './event-line.tsx';
export { useEventText } from './event-text.ts';
export type { BubbleActions, EventItem, MessageItem } from './items.ts';
export { useRichLine } from './rich-words.ts';
export { MessageBubble } from './message-bubble.tsx';
export { picturesHeight } from './picture-height.ts';
export { dayNumber, ownOffset, useSlotTimes, zoneName } from './slot-times.ts';
