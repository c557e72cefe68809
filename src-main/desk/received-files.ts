// Files of messages: shown as pictures, or saved where the agent says. Which file is meant is said by its place in a message; the address stays here.
import { failure } from '../../src-shared/domain/failure.ts';
import { isProgram } from '../../src-shared/domain/media.ts';
import type { Attachment } from '../../src-shared/domain/message.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { Outbound } from '../../src-shared/domain/outbound.ts';
import type { FilePlace } from '../../src-shared/ipc/files.ts';
import type { ContactCentre } from '../centre/contact-centre.ts';
import type { KeptPictures } from './kept-pictures.ts';
import type { OutsideFiles } from './outside-files.ts';
import type { Picture, Pictures } from './pictures.ts';
import type { Vault } from './vault.ts';

export interface ReceivedFiles {
  readonly look: (place: FilePlace) => Promise<Result<Picture>>;
  /** Asks where to, and writes it there. A question that is answered with "cancel" is no failure. */
  readonly save: (place: FilePlace) => Promise<Result<null>>;
}

export interface ReceivedFilesParts {
  readonly centre: Pick<ContactCentre, 'download'>;
  readonly vault: Vault;
  readonly pictures: Pictures;
  readonly kept: KeptPictures;
  /** What a message holds that the transcript does not have yet. */
  readonly waiting: (aliasId: string) => Outbound | null;
  readonly outside: OutsideFiles;
  /** A file's name as the agent may see it. */
  readonly shownName: (fileName: string) => string;
}

export function createReceivedFiles({ centre, vault, pictures, kept, waiting, outside, shownName }: ReceivedFilesParts): ReceivedFiles {
  const find = ({ taskId, itemId, index }: FilePlace): Result<Attachment> => {
    const content = vault.messages(taskId).find((message) => message.aliasId === itemId)?.content ?? waiting(itemId);
    const file = content?.kind === 'attachments' ? content.attachments[index] : undefined;
    return file === undefined || file.gone !== undefined || file.url === '' ? fail(failure('fileGone')) : ok(file);
  };

  return {
    look: (place) => {
      const own = kept.ofMessage(place);
      if (own !== null) return own;
      const found = find(place);
      return found.ok ? pictures.look(found.value.url) : Promise.resolve(found);
    },
    save: async (place) => {
      const found = find(place);
      if (!found.ok) return found;
      const { fileName, mimeType, url } = found.value;
      if (isProgram(fileName, mimeType)) return fail(failure('fileIsProgram'));
      const target = await outside.chooseTarget(safeName(shownName(fileName)));
      if (target === null) return ok(null);
      const answer = await centre.download(url, new AbortController().signal);
      if (!answer.ok) return answer;
      const outcome = await target.write(answer.value.bytes);
      if (outcome === 'written') return ok(null);
      return fail(failure(outcome === 'broken' ? 'fileUnreachable' : 'fileNotSaved'));
    },
  };
}

/** What every system takes for a name; the stars of what is masked are not among it. */
const safeName = (name: string): string => name.replace(/[<>:"/\\|?*]/g, '_').replace(/^[. ]+|[. ]+$/g, '') || 'file';
