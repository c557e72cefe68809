// What the pictures of a message add to the height of its row: a list that knows it before it draws keeps its place.
import { isPicture } from '../../../src-shared/domain/media.ts';
import type { MessageItem } from './items.ts';

/** The frame, the words below it and the gap, as in bubbles.css. */
const PICTURE_HEIGHT = 230;

/** The list asks for every row whenever one comes: each message is looked at once. */
const known = new WeakMap<MessageItem, number>();

export function picturesHeight(item: MessageItem): number {
  const before = known.get(item);
  if (before !== undefined) return before;
  const { content } = item;
  const pictures = content.kind === 'attachments' ? content.attachments.filter((file) => file.gone === undefined && isPicture(file.mimeType)).length : 0;
  known.set(item, pictures * PICTURE_HEIGHT);
  return pictures * PICTURE_HEIGHT;
}
