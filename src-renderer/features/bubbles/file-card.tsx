// A file that is not drawn: what it is, how large, and a way to save it; or why it is not there.
import type { ReactElement } from 'react';
import type { AttachmentView } from '../../../src-shared/ipc/view.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import type { IconName } from '../../ui/index.ts';
import { fileKind, type FileKind } from './file-kind.ts';
import { FileLine } from './file-line.tsx';
import type { BubbleActions } from './items.ts';

const icons: Readonly<Record<FileKind, IconName>> = { image: 'image', video: 'file', audio: 'sound', pdf: 'file', contact: 'user', event: 'calendar', other: 'file' };

export interface FileCardProps {
  readonly itemId: string;
  readonly file: AttachmentView;
  /** The contact centre has it: it can be saved. */
  readonly received: boolean;
  readonly actions: BubbleActions;
}

export function FileCard({ itemId, file, received, actions }: FileCardProps): ReactElement {
  const text = useText();
  const { gone } = file;
  return (
    <div className="file">
      <span className="file-thumb"><Icon name={gone === undefined ? icons[fileKind(file.mimeType)] : 'info'} /></span>
      <span className="file-words">
        <b dir="auto"><MaskedText value={file.fileName} /></b>
        {gone === undefined ? <FileLine file={file} /> : <small>{text('files.gone', { gone })}</small>}
        {gone === undefined && received && file.isProgram && <small>{text('files.program')}</small>}
      </span>
      {gone === undefined && received && !file.isProgram && <SaveFile itemId={itemId} file={file} actions={actions} />}
    </div>
  );
}

/** One of the row's tools: the log's arrows step between them. */
export function SaveFile({ itemId, file, actions }: Pick<FileCardProps, 'itemId' | 'file' | 'actions'>): ReactElement {
  const text = useText();
  const label = text('files.save', { name: file.fileName.text });
  return (
    <button type="button" data-row-tool tabIndex={-1} className="file-save" aria-label={label} title={label} onClick={() => { actions.saveFile(itemId, file.index); }}>
      <Icon name="download" size="s" />
    </button>
  );
}
