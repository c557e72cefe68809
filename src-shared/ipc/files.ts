// Where the page finds pictures: main serves them under the page's own address, by their place in a message or a tray and never by where they come from.
import type { TaskId } from '../domain/task.ts';

export interface FilePlace {
  readonly taskId: TaskId;
  readonly itemId: string;
  /** Among the files of the message. */
  readonly index: number;
}

/** A file that is attached to the next message. */
export interface TrayPlace {
  readonly taskId: TaskId;
  readonly fileId: string;
}

const RECEIVED = 'app://bundle/files/';

/** `attempt` makes the page ask again for what failed. */
export const pictureAddress = ({ taskId, itemId, index }: FilePlace, attempt = 0): string =>
  `${RECEIVED}${[taskId, itemId, String(index)].map(encodeURIComponent).join('/')}${attempt === 0 ? '' : `?${String(attempt)}`}`;

export const trayPictureAddress = ({ taskId, fileId }: TrayPlace): string => `${RECEIVED}${[taskId, fileId].map(encodeURIComponent).join('/')}`;

/** The other way; null = not such an address. */
export function placeOfPicture(address: string): FilePlace | TrayPlace | null {
  if (!address.startsWith(RECEIVED)) return null;
  const [path = ''] = address.slice(RECEIVED.length).split(/[?#]/);
  try {
    const [taskId = '', id = '', index, ...more] = path.split('/').map(decodeURIComponent);
    if (taskId === '' || id === '' || more.length > 0) return null;
    if (index === undefined) return { taskId, fileId: id };
    return /^\d{1,3}$/.test(index) ? { taskId, itemId: id, index: Number(index) } : null;
  } catch {
    return null;
  }
}
