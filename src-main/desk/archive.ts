// Reads a conversation back beyond what is loaded, page by page and masked, without loading it into the window: for search and export.
import type { Message } from '../../src-shared/domain/message.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { ItemView } from '../../src-shared/ipc/view.ts';
import type { ContactCentre } from '../centre/contact-centre.ts';
import { TAIL_LENGTH } from '../masking/index.ts';
import { projectMessage } from './projection.ts';
import type { Screen } from './screen.ts';
import type { DeskStore } from './store.ts';
import type { Vault } from './vault.ts';

/** Messages a page, as many as the contact centre gives. */
const PAGE = 200;
/** Messages read back of one conversation at most: what is older is left out, and said to be. */
export const READ_BACK = 20_000;

/** How far back a conversation is known. `bounded`: there is more, and it is not read. */
export interface Reach {
  readonly complete: boolean;
  readonly bounded: boolean;
}

export interface Archive {
  /** All items known of a conversation in their order, the loaded ones and those read back. */
  readonly items: (taskId: TaskId) => readonly ItemView[];
  readonly reach: (taskId: TaskId) => Reach;
  /** Reads up to so many pages more. */
  readonly readBack: (taskId: TaskId, pages: number) => Promise<Result<null>>;
  /** What was read back is masked as policy was then: after a change it goes. */
  readonly forget: (taskId?: TaskId) => void;
}

interface Past {
  /** Masked, by id; of messages before the loaded ones, and of the first loaded ones as what came before shows them. */
  readonly items: Map<string, ItemView>;
  /** The oldest messages read so far, raw: a value may begin in the page before them. */
  joint: readonly Message[];
  firstSeq: number;
  hasEarlier: boolean;
  /** The page that is on its way: whoever wants one meanwhile gets this one. */
  page: Promise<Result<null>> | null;
}

export interface ArchiveParts {
  readonly centre: Pick<ContactCentre, 'earlier'>;
  readonly store: DeskStore;
  readonly vault: Vault;
  readonly screen: Screen;
}

export function createArchive({ centre, store, vault, screen }: ArchiveParts): Archive {
  const pasts = new Map<TaskId, Past>();
  const loaded = (taskId: TaskId) => store.getState().conversations[taskId];

  const pastOf = (taskId: TaskId): Past => {
    const known = pasts.get(taskId);
    const messages = vault.messages(taskId);
    const firstSeq = messages[0]?.seq ?? 1;
    // The window has been read back further than this meanwhile: what it holds leads on.
    if (known !== undefined && known.firstSeq <= firstSeq) return known;
    const fresh: Past = { items: new Map(), joint: messages.slice(0, 2 * TAIL_LENGTH), firstSeq, hasEarlier: loaded(taskId)?.hasEarlier ?? false, page: null };
    pasts.set(taskId, fresh);
    return fresh;
  };

  const isBounded = (past: Past): boolean => past.hasEarlier && past.items.size >= READ_BACK;

  const readPage = async (taskId: TaskId, past: Past): Promise<Result<null>> => {
    const answer = await centre.earlier(taskId, past.firstSeq, PAGE);
    if (!answer.ok) return answer;
    // Forgotten while the page was on its way.
    if (pasts.get(taskId) !== past) return ok(null);
    const { messages, hasEarlier } = answer.value;
    const { texts, context } = screen.aside(taskId, messages, past.joint);
    for (const message of [...messages, ...past.joint.slice(0, TAIL_LENGTH)]) {
      past.items.set(message.aliasId, projectMessage(message, texts.get(message.aliasId) ?? { text: '', spans: [] }, context));
    }
    past.joint = [...messages, ...past.joint].slice(0, 2 * TAIL_LENGTH);
    past.firstSeq = messages[0]?.seq ?? past.firstSeq;
    past.hasEarlier = hasEarlier && messages.length > 0;
    return ok(null);
  };

  return {
    items: (taskId) => {
      const past = pasts.get(taskId);
      const items = loaded(taskId)?.items ?? {};
      const all = past === undefined ? Object.values(items) : Object.values({ ...items, ...Object.fromEntries(past.items) });
      return all.sort((a, b) => a.order - b.order || a.at - b.at);
    },
    reach: (taskId) => {
      const past = pastOf(taskId);
      return { complete: !past.hasEarlier, bounded: isBounded(past) };
    },
    readBack: async (taskId, pages) => {
      const past = pastOf(taskId);
      for (let page = 0; page < pages && past.hasEarlier && !isBounded(past); page += 1) {
        past.page ??= readPage(taskId, past).finally(() => { past.page = null; });
        const read = await past.page;
        if (!read.ok) return read;
      }
      return ok(null);
    },
    forget: (taskId) => {
      if (taskId === undefined) pasts.clear();
      else pasts.delete(taskId);
    },
  };
}
