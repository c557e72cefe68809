// The business account behind the chat is gone: said once and loudly, because nothing but End works any more.
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';

export function AssetAlert(): ReactElement {
  const text = useText();
  return (
    <div className="convo-alert" role="alert">
      <Icon name="warn" />
      <div className="grow">
        <b>{text('conversation.interrupted')}</b>
        <p>{text('conversation.interruptedText')}</p>
      </div>
    </div>
  );
}
