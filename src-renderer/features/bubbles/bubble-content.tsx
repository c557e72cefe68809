// What stands in a bubble: text, files, or a readable card for what cannot be shown.
import type { ReactElement } from 'react';
import type { AttachmentView, ContentView } from '../../../src-shared/ipc/view.ts';
import { assertNever } from '../../../src-shared/domain/result.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import { fileKind } from './file-kind.ts';
import { useFileSize } from './file-size.ts';

export function BubbleContent({ content }: { readonly content: ContentView }): ReactElement {
  switch (content.kind) {
    case 'text':
      return <p className="bubble-text" dir="auto"><MaskedText value={content.text} /></p>;
    case 'attachments':
      return (
        <>
          {content.attachments.map((attachment, index) => <FileCard key={`${index} ${attachment.fileName.text}`} attachment={attachment} />)}
          {content.text.text !== '' && <p className="bubble-text" dir="auto"><MaskedText value={content.text} /></p>}
        </>
      );
    case 'unsupported':
      return <UnsupportedCard type={content.type} text={content.text} />;
    default:
      return assertNever(content);
  }
}

function FileCard({ attachment }: { readonly attachment: AttachmentView }): ReactElement {
  const text = useText();
  const size = useFileSize();
  const kind = fileKind(attachment.mimeType);
  const kindText = text('conversation.fileKind', { kind });
  return (
    <div className="file">
      <span className="file-thumb"><Icon name={kind === 'image' ? 'image' : 'attach'} /></span>
      <span className="file-words">
        <b dir="auto"><MaskedText value={attachment.fileName} /></b>
        <small>{attachment.size === null ? kindText : text('conversation.fileFacts', { kind: kindText, size: size(attachment.size) })}</small>
      </span>
    </div>
  );
}

function UnsupportedCard({ type, text: words }: { readonly type: string; readonly text: Extract<ContentView, { kind: 'unsupported' }>['text'] }): ReactElement {
  const text = useText();
  return (
    <div className="file">
      <span className="file-thumb"><Icon name="info" /></span>
      <span className="file-words">
        <b>{text('conversation.unsupported')}</b>
        <small>{text('conversation.unsupportedType', { type })}</small>
        {words.text !== '' && <p className="bubble-text" dir="auto"><MaskedText value={words} /></p>}
      </span>
    </div>
  );
}
