// What stands in a bubble: text, files, or a readable card for what cannot be shown.
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { isPicture } from '../../../src-shared/domain/media.ts';
import type { AttachmentView, ContentView } from '../../../src-shared/ipc/view.ts';
import { assertNever } from '../../../src-shared/domain/result.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import type { BubbleActions, MessageItem } from './items.ts';
import { FileCard } from './file-card.tsx';
import { Picture } from './picture.tsx';
import { LinkedText } from './linked-text.tsx';
import { RichAnswer } from './rich-answer.tsx';
import { slicesAt } from './slices.ts';

export interface BubbleContentProps {
  readonly item: MessageItem;
  readonly content: ContentView;
  /** The question this answers, when it is among the loaded messages. */
  readonly question: MessageItem | null;
  readonly actions: BubbleActions;
}

export function BubbleContent({ item, content, question, actions }: BubbleContentProps): ReactElement {
  switch (content.kind) {
    case 'text':
      return <p className="bubble-text" dir="auto"><LinkedText value={content.text} links={content.links} itemId={item.itemId} actions={actions} /></p>;
    case 'attachments':
      return <WordsAndFiles item={item} content={content} actions={actions} />;
    case 'rich':
      return <RichAnswer item={item} rich={content.rich} question={question} actions={actions} />;
    case 'unsupported':
      return <UnsupportedCard type={content.type} text={content.text} />;
    default:
      return assertNever(content);
  }
}

/** Files stand where the customer put them among the words. */
function WordsAndFiles({ item, content, actions }: { readonly item: MessageItem; readonly content: Extract<ContentView, { kind: 'attachments' }>; readonly actions: BubbleActions }): ReactElement {
  const lead = content.attachments.filter((file) => file.place === 0);
  const placed = content.attachments.filter((file) => file.place > 0).sort((a, b) => a.place - b.place);
  return (
    <>
      {lead.map((file) => <File key={file.index} item={item} file={file} actions={actions} />)}
      {content.text.text !== '' && (
        <div className="bubble-text" dir="auto">
          {slicesAt(content.text, placed.map((file) => file.place)).map((words, index, all) => {
            const file = placed[index];
            const from = all.slice(0, index).reduce((length, part) => length + part.text.length, 0);
            return (
              <Fragment key={index}>
                <LinkedText value={words} from={from} links={content.links} itemId={item.itemId} actions={actions} />
                {/* No part of the words: it is neither counted nor marked with them. */}
                {file !== undefined && <span className="bubble-inline-file" data-aside><File item={item} file={file} actions={actions} /></span>}
              </Fragment>
            );
          })}
        </div>
      )}
    </>
  );
}

function File({ item, file, actions }: { readonly item: MessageItem; readonly file: AttachmentView; readonly actions: BubbleActions }): ReactElement {
  const received = item.delivery.state === 'sent';
  return file.gone === undefined && isPicture(file.mimeType)
    ? <Picture itemId={item.itemId} file={file} received={received} actions={actions} />
    : <FileCard itemId={item.itemId} file={file} received={received} actions={actions} />;
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
