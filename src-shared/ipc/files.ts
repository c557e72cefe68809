// Where the page finds pictures: main serves them under the page's own address, by their place in a message and never by where they come from.
import type { TaskId } from '../domain/task.ts';

export interface FilePlace {
  readonly taskId: TaskId;
  readonly itemId: string;
  /** Among the files of the message. */
  readonly index: number;
}

const RECEIVED = 'app://bundle/files/';

/** `attempt` makes the page ask again for what failed. */
export const pictureAddress = ({ taskId, itemId, index }: FilePlace, attempt = 0): string =>
  `${RECEIVED}${[taskId, itemId, String(index)].map(encodeURIComponent).join('/')}${attempt === 0 ? '' : `?${String(attempt)}`}`;

/** The other way; null = not such an address. */
export function placeOfPicture(address: string): FilePlace | null {
  if (!address.startsWith(RECEIVED)) return null;
  const [path = ''] = address.slice(RECEIVED.length).split(/[?#]/);
  const parts = path.split('/');
  if (parts.length !== 3) return null;
  try {
    const [taskId = '', itemId = '', index = ''] = parts.map(decodeURIComponent);
    return /^\d{1,3}$/.test(index) ? { taskId, itemId, index: Number(index) } : null;
  } catch {
    return null;
  }
}
