// The address behind a link that the window shows: the window knows its host, main alone what would be opened.
import type { Message } from '../../src-shared/domain/message.ts';
import { addressOfLink } from '../../src-shared/domain/text-links.ts';
import type { ItemView } from '../../src-shared/ipc/view.ts';

/** null = there is no such link, or it is not on the host that was confirmed. */
export function linkAddress({ content }: Message, shown: ItemView | undefined, index: number, host: string | undefined): string | null {
  // The codec lets only https pass; what leaves the app is checked where it leaves.
  if (content.kind === 'rich') return content.addresses[index] ?? null;
  const link = shown?.kind === 'message' ? addressOfLink(shown.content.text, index) : null;
  return link !== null && link.host === host ? link.href : null;
}
