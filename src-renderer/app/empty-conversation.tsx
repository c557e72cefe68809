// The conversation pane while none is open: says what will happen next, and offers the step there when it is the agent's.
import type { ReactElement, RefObject } from 'react';
import { useCommandWithNotice, useDesk } from '../desk/index.ts';
import { useText } from '../text/index.ts';
import { Button, Icon } from '../ui/index.ts';

/** `heading` takes the focus of a conversation that has gone. */
export function EmptyConversation({ heading }: { readonly heading: RefObject<HTMLHeadingElement | null> }): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const hasTasks = useDesk((view) => Object.keys(view.tasks).length > 0);
  const status = useDesk((view) => view.agent?.status.kind ?? 'idle');
  const busy = useDesk((view) => view.agent?.statusBusy ?? false);
  const situation = hasTasks ? 'choose' : status;
  return (
    <div className="conversation-empty">
      <Icon name="messages" />
      <h1 ref={heading} tabIndex={-1}>{text('common.empty.title')}</h1>
      {situation === 'choose' && <p>{text('common.empty.choose')}</p>}
      {situation === 'available' && <p>{text('common.empty.available')}</p>}
      {situation === 'idle' && (
        <>
          <p>{text('common.empty.idle')}</p>
          <Button kind="primary" busy={busy} onPress={() => { void send('agent.setStatus', { status: { kind: 'available' } }); }}>{text('status.goAvailable')}</Button>
        </>
      )}
      {situation === 'rona' && <p>{text('common.empty.rona')}</p>}
    </div>
  );
}
