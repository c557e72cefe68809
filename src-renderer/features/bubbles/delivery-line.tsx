// Time and delivery. What is sent says so beside the bubble; what needs the agent says so below it, with what can be done.
import type { ReactElement } from 'react';
import { assertNever } from '../../../src-shared/domain/result.ts';
import { useText, useTimeFormats } from '../../text/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import type { BubbleActions, MessageItem } from './items.ts';

export interface DeliveryLineProps {
  readonly item: MessageItem;
  readonly closesGroup: boolean;
  readonly queuePlace: number;
  readonly queueOf: number;
  readonly locked: boolean;
  readonly actions: BubbleActions;
}

export function DeliveryLine(props: DeliveryLineProps): ReactElement | null {
  const { item, closesGroup } = props;
  const text = useText();
  const { time } = useTimeFormats();
  const { delivery } = item;
  switch (delivery.state) {
    case 'sent':
      if (!closesGroup) return null;
      return <div className="meta">{item.from === 'customer' ? time(item.at) : text('conversation.sentAt', { time: time(item.at) })}</div>;
    case 'sending':
      return <div className="meta">{text('conversation.sendingAt', { time: time(item.at) })}</div>;
    case 'queued':
      return <QueuedLine {...props} />;
    case 'failed':
      return <FailedLine {...props} delivery={delivery} />;
    default:
      return assertNever(delivery);
  }
}

function QueuedLine({ item, queuePlace, queueOf, locked, actions }: DeliveryLineProps): ReactElement {
  const text = useText();
  return (
    <div className="meta">
      <Icon name="clock" size="xs" />
      {text('conversation.queued', { place: queuePlace, of: queueOf })}
      {!locked && <Button kind="link" onPress={() => { actions.edit(item.itemId); }}>{text('conversation.edit')}</Button>}
      {!locked && <Button kind="link" onPress={() => { actions.discard(item.itemId); }}>{text('conversation.remove')}</Button>}
    </div>
  );
}

type Failed = Extract<MessageItem['delivery'], { state: 'failed' }>;

function FailedLine({ item, delivery, locked, actions }: DeliveryLineProps & { readonly delivery: Failed }): ReactElement {
  const text = useText();
  const { time } = useTimeFormats();
  const { itemId, content } = item;
  return (
    <div className="meta meta-bad">
      <span className="meta-why">
        {time(item.at)}
        <Icon name="warn" size="xs" />
        {text('conversation.notSent', { code: delivery.failure.code })}
      </span>
      {!locked && delivery.retryable && <Button kind="link" onPress={() => { actions.retry(itemId); }}>{text('conversation.retry')}</Button>}
      {!locked && content.kind === 'rich' && <Button kind="link" onPress={() => { actions.asText(itemId); }}>{text('conversation.asText')}</Button>}
      {!locked && <Button kind="link" onPress={() => { actions.edit(itemId); }}>{text('conversation.edit')}</Button>}
      {!locked && <Button kind="link" onPress={() => { actions.discard(itemId); }}>{text('conversation.discard')}</Button>}
      {locked && <Button kind="link" onPress={() => { actions.copy(content.text.text); }}>{text('conversation.copyText')}</Button>}
    </div>
  );
}
