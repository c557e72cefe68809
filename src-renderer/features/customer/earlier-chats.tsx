// Earlier conversations of the customer: when, with what outcome, and on request what was said. Read when the pane is looked at.
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { EarlierChat } from '../../../src-shared/domain/customer.ts';
import type { MaskedText as Masked } from '../../../src-shared/domain/masking.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { KnownOfCustomer } from '../../../src-shared/ipc/view.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { MaskedText, useFailureText, useText } from '../../text/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { EarlierTranscript } from './earlier-transcript.tsx';
import { Part } from './part.tsx';

export function EarlierChats({ taskId, known }: { readonly taskId: TaskId; readonly known: KnownOfCustomer | undefined }): ReactElement | null {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const accepted = useDesk((view) => !['reserved', 'offered'].includes(view.tasks[taskId]?.phase.name ?? 'offered'));
  const live = useDesk((view) => view.connection.state === 'live');
  const [opened, setOpened] = useState<EarlierChat<Masked> | null>(null);
  const missing = known === undefined || (known.failure !== null && known.record === null);
  // No dependency of it: a refusal is not asked for again and again.
  const loadMissing = useEffectEvent(() => {
    if (accepted && live && missing) void command('customer.load', { taskId });
  });
  // Again when the connection is back; a failure stands in the pane until then.
  useEffect(() => { loadMissing(); }, [taskId, accepted, live]);
  if (!accepted || known === undefined) return null;
  const earlier = known.record?.earlier ?? [];
  return (
    <Part title={text('customer.earlier', { count: earlier.length })}>
      {known.loading && known.record === null && <p className="cap">{text('customer.loading')}</p>}
      {known.failure !== null && (
        <div className="customer-failed">
          <p className="cap">{failureText(known.failure)}</p>
          <Button size="s" icon="refresh" onPress={() => { void command('customer.load', { taskId }); }}>{text('customer.again')}</Button>
        </div>
      )}
      {known.record !== null && earlier.length === 0 && <p className="cap">{text('customer.noEarlier')}</p>}
      <ul className="earlier">{earlier.map((chat) => <Earlier key={chat.id} chat={chat} onOpen={setOpened} />)}</ul>
      {opened !== null && <EarlierTranscript key={opened.id} taskId={taskId} chat={opened} onClose={() => { setOpened(null); }} />}
    </Part>
  );
}

function Earlier({ chat, onOpen }: { readonly chat: EarlierChat<Masked>; readonly onOpen: (chat: EarlierChat<Masked>) => void }): ReactElement {
  const intl = useIntl();
  const facts = [chat.wrapUpName, chat.agentName, chat.queueName].filter((one) => one !== '').join(' · ');
  return (
    <li>
      <button type="button" className="earlier-chat" onClick={() => { onOpen(chat); }}>
        <span className="grow">
          <b>{chat.startedAt === null ? chat.queueName : intl.formatDate(chat.startedAt, { day: 'numeric', month: 'short', year: 'numeric' })}</b>
          {facts !== '' && <small>{facts}</small>}
          {chat.summary.text !== '' && <span dir="auto"><MaskedText value={chat.summary} /></span>}
        </span>
        <Icon name="right" size="s" />
      </button>
    </li>
  );
}
