// Finds words in a conversation: in the masked text of all its messages, so that what is hidden cannot be found out by searching for it.
import { contains, foldSearch } from '../../src-shared/domain/find-text.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { SearchAnswer } from '../../src-shared/ipc/commands.ts';
import type { ItemView } from '../../src-shared/ipc/view.ts';
import type { Archive } from './archive.ts';

/** Pages read back at a time, so that what is found first is shown first. */
const PAGES_AT_ONCE = 5;
/** Hits that are named; more are counted. Nobody steps through a thousand. */
const MOST_HITS = 1_000;

/** `further`: reads more of the past first. */
export async function searchConversation(archive: Archive, taskId: TaskId, words: string, further: boolean): Promise<Result<SearchAnswer>> {
  if (further) {
    const read = await archive.readBack(taskId, PAGES_AT_ONCE);
    if (!read.ok) return read;
  }
  const folded = foldSearch(words);
  const messages = archive.items(taskId).filter((item) => item.kind === 'message');
  const hits = messages.filter((item) => says(item, folded));
  return ok({ hits: hits.slice(-MOST_HITS).map(({ itemId, order }) => ({ itemId, order })), count: hits.length, searched: messages.length, ...archive.reach(taskId) });
}

function says(item: ItemView, folded: string): boolean {
  if (item.kind !== 'message') return false;
  const { content } = item;
  if (contains(content.text.text, folded)) return true;
  return content.kind === 'attachments' && content.attachments.some((file) => contains(file.fileName.text, folded));
}
