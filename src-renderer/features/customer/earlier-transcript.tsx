// What was said in an earlier conversation, to read: masked as everything is. Nothing is sent from here; a link opens as in the conversation under way.
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { EarlierChat } from '../../../src-shared/domain/customer.ts';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { MaskedText as Masked } from '../../../src-shared/domain/masking.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { EarlierTranscript as Transcript } from '../../../src-shared/ipc/commands.ts';
import type { ItemView } from '../../../src-shared/ipc/view.ts';
import { useCommand, useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { MaskedText, useFailureText, useText, useTimeFormats } from '../../text/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { LinkCard, LinkedText, useOpenLink, useRichLine } from '../bubbles/index.ts';
import type { BubbleActions } from '../bubbles/index.ts';

export interface EarlierTranscriptProps {
  readonly taskId: TaskId;
  readonly chat: EarlierChat<Masked>;
  readonly onClose: () => void;
}

export function EarlierTranscript({ taskId, chat, onClose }: EarlierTranscriptProps): ReactElement {
  const text = useText();
  const intl = useIntl();
  const failureText = useFailureText();
  const command = useCommand();
  const openIt = useCommandWithNotice();
  const link = useOpenLink((asked) => { void openIt('customer.openLink', { taskId, earlierId: chat.id, ...asked }); });
  // Masked anew when the policy changes.
  const masking = useDesk((view) => view.app.masking);
  const [read, setRead] = useState<Transcript | Failure | null>(null);
  useEffect(() => {
    let over = false;
    void command('customer.transcript', { taskId, earlierId: chat.id }).then((result) => {
      if (!over) setRead(result.ok ? result.value : result.failure);
    });
    return () => { over = true; };
  }, [command, taskId, chat.id, masking]);
  const day = chat.startedAt === null ? '' : intl.formatDate(chat.startedAt, { dateStyle: 'long' });
  // What scrolls has to be reachable by keyboard.
  const scrolled = { tabIndex: 0, 'aria-label': text('customer.earlierSaid') } as const;
  return (
    <Dialog
      title={text('customer.earlierTitle', { day: day === '' ? 'none' : day })}
      subtitle={[chat.wrapUpName, chat.agentName, chat.queueName].filter((one) => one !== '').join(' · ')}
      onClose={onClose}
      footer={<Button initialFocus onPress={onClose}>{text('common.close')}</Button>}
    >
      <section className="dialog-body earlier-said" {...scrolled}>
        {chat.summary.text !== '' && <p className="earlier-summary" dir="auto"><MaskedText value={chat.summary} /></p>}
        {read === null && <output className="cap">{text('customer.loading')}</output>}
        {read !== null && 'code' in read && <p role="alert">{failureText(read)}</p>}
        {read !== null && 'items' in read && (
          <>
            {read.hasEarlier && <p className="cap">{text('customer.newestOnly', { count: read.items.length })}</p>}
            {read.items.length === 0 && <p className="cap">{text('conversation.empty')}</p>}
            <ul>{read.items.map((item) => <Said key={item.itemId} item={item} openLink={link.ask} />)}</ul>
          </>
        )}
      </section>
      {link.shown}
    </Dialog>
  );
}

function Said({ item, openLink }: { readonly item: ItemView } & Pick<BubbleActions, 'openLink'>): ReactElement | null {
  const text = useText();
  const richLine = useRichLine();
  const { time } = useTimeFormats();
  const customer = useDesk((view) => view.open?.customer.name.text ?? '');
  if (item.kind === 'event') return null;
  const { content } = item;
  const about = content.kind === 'rich' ? richLine(content.rich) : content.kind === 'attachments' ? content.attachments.map((file) => file.fileName.text).join(', ') : content.kind === 'unsupported' ? text('conversation.unsupported') : '';
  return (
    <li>
      <small>{text('conversation.rowLabel', { name: item.from === 'customer' ? customer : item.name, time: time(item.at) })}</small>
      {content.kind === 'rich' && content.rich.kind === 'richLink'
        ? <LinkCard itemId={item.itemId} rich={content.rich} actions={{ openLink }} />
        : about !== '' && <p dir="auto"><b>{about}</b></p>}
      {content.text.text !== '' && content.kind !== 'rich' && <p className="bubble-text" dir="auto"><LinkedText value={content.text} links={'links' in content ? content.links : undefined} itemId={item.itemId} actions={{ openLink }} /></p>}
    </li>
  );
}
