// What a run of messages means for its task: preview, unread, what is owed, whether the customer is still there. Pure.
import type { Content, Message } from '../../src-shared/domain/message.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { PreviewAbout, PreviewView } from '../../src-shared/ipc/view.ts';
import type { TaskActivity } from './slices/tasks.ts';

/** UTF-16 units of a preview: more than a task row can show. */
const PREVIEW_LENGTH = 140;

/** The first line's worth of a masked text, its spans cut along. Masked first, cut afterwards (masking.md). */
export function cutPreview(masked: MaskedText): MaskedText {
  const text = masked.text.length > PREVIEW_LENGTH ? wholeCharacters(masked.text, PREVIEW_LENGTH) : masked.text;
  const spans = masked.spans.filter((span) => span.start < text.length).map((span) => ({ ...span, end: Math.min(span.end, text.length) }));
  return { text: text.replace(/[\n\r\t]/g, ' '), spans };
}

/** Never ends between the halves of a surrogate pair. */
function wholeCharacters(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function aboutOf(content: Content): PreviewAbout | null {
  switch (content.kind) {
    case 'rich': return content.rich.kind;
    case 'attachments': return content.attachments.length === 0 ? null : content.attachments.every((file) => /^image\//i.test(file.mimeType)) ? 'picture' : 'file';
    case 'unsupported': return 'unsupported';
    default: return null;
  }
}

export interface Reading {
  /** The agent of this desk, to tell own answers from a colleague's. */
  readonly selfId: string;
  /** The conversation is open and the window is in front. */
  readonly looking: boolean;
}

/** Folds new messages (in `seq` order, with the masked text of their previews) into what was known of the task. */
export function foldActivity(before: TaskActivity, messages: readonly { readonly message: Message; readonly text: MaskedText }[], reading: Reading): TaskActivity {
  let { preview, unread, unansweredSince, lastActivityAt, customerLeft } = before;
  for (const { message, text } of messages) {
    lastActivityAt = Math.max(lastActivityAt, message.createdAt);
    if (message.content.kind === 'close') {
      customerLeft = true;
      unansweredSince = null;
      continue;
    }
    const from: PreviewView['from'] = message.sender.role === 'agent' && message.sender.id === reading.selfId ? 'self' : message.sender.role;
    const about = aboutOf(message.content);
    preview = { from, name: message.sender.role === 'customer' ? '' : message.sender.name, text: cutPreview(text), ...(about && { about }), at: message.createdAt };
    if (message.sender.role === 'customer') {
      customerLeft = false;
      unansweredSince ??= message.createdAt;
      unread = reading.looking ? 0 : unread + 1;
    } else if (message.sender.role === 'agent') {
      unansweredSince = null;
      if (from === 'self') unread = 0;
    }
  }
  return { preview, unread, unansweredSince, lastActivityAt, customerLeft };
}
