// One message: grey with initials from the customer, solid blue from agents. It renders only when its own message or place changes.
import { memo } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Avatar, RowTool, VisuallyHidden } from '../../ui/index.ts';
import './bubbles.css';
import { BubbleContent } from './bubble-content.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import type { BubbleActions, MessageItem } from './items.ts';
import { RichCard } from './rich-card.tsx';
import { isCard } from './rich-words.ts';

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
  /** The answer to this question, and the question of this answer, when they are among the loaded messages. */
  readonly answer: MessageItem | null;
  readonly question: MessageItem | null;
  /** Emoji of the customer's reactions to this message; empty = none. */
  readonly reactions: string;
  readonly actions: BubbleActions;
}

export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps): ReactElement {
  const { item, initials, opensGroup, closesGroup, answer, question, reactions, actions } = props;
  const text = useText();
  const inbound = item.from === 'customer';
  const rich = item.content.kind === 'rich' ? item.content.rich : null;
  const by = opensGroup && (item.from === 'agent' || item.from === 'system') && item.name !== '' && <span className="bubble-by">{item.name}</span>;
  const below = item.delivery.state === 'queued' || item.delivery.state === 'failed';
  // What waits to be sent can still be changed or taken back.
  const markable = item.delivery.state === 'sent' && item.content.text.text.trim() !== '';
  return (
    <div {...(markable && { 'data-markable': item.itemId })} className={`msg ${inbound ? 'msg-in' : 'msg-out'} msg-${item.delivery.state}${below ? ' msg-below' : ''}${closesGroup ? '' : ' msg-tight'}`}>
      {inbound && <Avatar initials={initials} size="s" />}
      <div className="msg-stack">
        <div className={`msg-body${reactions === '' ? '' : ' msg-reacted'}`}>
          {rich !== null && isCard(rich) ? <RichCard item={item} rich={rich} answer={answer} actions={actions} /> : (
            <div className="bubble">
              {by}
              <BubbleContent item={item} content={item.content} question={question} actions={actions} />
            </div>
          )}
          {reactions !== '' && <Reactions emoji={reactions} />}
          {markable && (
            <span className="msg-tools" data-aside>
              <RowTool icon="copy" label={text('conversation.copyMessage')} onPress={() => { actions.copy(item.content.text.text); }} />
              <RowTool icon="mask" label={text('conversation.mask.ask')} onPress={() => { actions.maskPart(item.itemId); }} />
            </span>
          )}
        </div>
        <DeliveryLine item={item} closesGroup={closesGroup} queuePlace={props.queuePlace} queueOf={props.queueOf} locked={props.locked} actions={actions} />
      </div>
    </div>
  );
});

function Reactions({ emoji }: { readonly emoji: string }): ReactElement {
  const text = useText();
  return <span className="reactions"><VisuallyHidden>{text('rich.reacted', { emoji })}</VisuallyHidden><span aria-hidden="true">{emoji}</span></span>;
}
