// Shown while the agent reads up: how much is new below, and the way there.
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/index.ts';

export function JumpToLatest({ count, onPress }: { readonly count: number; readonly onPress: () => void }): ReactElement {
  const text = useText();
  return (
    <div className="log-jump">
      <Button kind={count > 0 ? 'primary' : 'plain'} size="s" iconEnd="down" onPress={onPress}>{text('conversation.latest', { count })}</Button>
    </div>
  );
}
