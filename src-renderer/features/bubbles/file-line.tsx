// The line below a file's name: what it is, and, while its message waits for it, how far its upload is.
import type { ReactElement } from 'react';
import type { AttachmentView } from '../../../src-shared/ipc/view.ts';
import { useText } from '../../text/index.ts';
import { ProgressBar } from '../../ui/index.ts';
import { useFileSize } from './file-size.ts';
import { fileKind } from './file-kind.ts';

/** Picture · 1.8 MB */
export function useFileFacts(): (file: Pick<AttachmentView, 'mimeType' | 'size'>) => string {
  const text = useText();
  const size = useFileSize();
  return (file) => {
    const kind = text('conversation.fileKind', { kind: fileKind(file.mimeType) });
    return file.size === null ? kind : text('conversation.fileFacts', { kind, size: size(file.size) });
  };
}

export function FileLine({ file }: { readonly file: AttachmentView }): ReactElement {
  const text = useText();
  const facts = useFileFacts();
  const { uploaded } = file;
  if (uploaded === undefined) return <small>{facts(file)}</small>;
  return (
    <>
      <small>{uploaded === 0 ? text('files.ready', { facts: facts(file) }) : text('files.uploading', { share: uploaded / 100 })}</small>
      <ProgressBar label={text('files.progress', { name: file.fileName.text })} share={uploaded} />
    </>
  );
}
