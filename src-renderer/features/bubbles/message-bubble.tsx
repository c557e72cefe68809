// One message: grey with initials from the customer, solid blue from agents. It renders only when its own message or place changes.
import { memo } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Avatar, RowTool } from '../../ui/index.ts';
import './bubbles.css';
import { BubbleContent } from './bubble-content.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import type { BubbleActions, MessageItem } from './items.ts';

export interface MessageBubbleProps {
  readonly item: MessageItem;
  readonly initials: string;
  readonly opensGroup: boolean;
  readonly closesGroup: boolean;
  /** Place among the messages that wait, and how many wait; 0 when it does not wait. */
  readonly queuePlace: number;
  readonly queueOf: number;
  /** Nothing can be sent in this conversation, so a message that failed can only be copied or discarded. */
  readonly locked: boolean;
  readonly actions: BubbleActions;
}

export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps): ReactElement {
  const { item, initials, opensGroup, closesGroup } = props;
  const text = useText();
  const inbound = item.from === 'customer';
  const below = item.delivery.state === 'queued' || item.delivery.state === 'failed';
  // What waits to be sent can still be changed or taken back.
  const markable = item.delivery.state === 'sent' && item.content.text.text.trim() !== '';
  return (
    <div {...(markable && { 'data-markable': item.itemId })} className={`msg ${inbound ? 'msg-in' : 'msg-out'} msg-${item.delivery.state}${below ? ' msg-below' : ''}${closesGroup ? '' : ' msg-tight'}`}>
      {inbound && <Avatar initials={initials} size="s" />}
      <div className="msg-stack">
        <div className="bubble">
          {opensGroup && (item.from === 'agent' || item.from === 'system') && item.name !== '' && <span className="bubble-by">{item.name}</span>}
          <BubbleContent content={item.content} />
          {markable && <RowTool icon="mask" label={text('conversation.mask.ask')} onPress={() => { props.actions.maskPart(item.itemId); }} />}
        </div>
        <DeliveryLine item={item} closesGroup={closesGroup} queuePlace={props.queuePlace} queueOf={props.queueOf} locked={props.locked} actions={props.actions} />
      </div>
    </div>
  );
});
