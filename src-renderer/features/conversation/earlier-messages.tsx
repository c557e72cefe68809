// Above the loaded messages: there is more at the contact centre, and the way to it.
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/index.ts';

export function EarlierMessages({ loading, onPress }: { readonly loading: boolean; readonly onPress: () => void }): ReactElement {
  const text = useText();
  return (
    <div className="log-earlier">
      <Button size="s" busy={loading} onPress={onPress}>{text(loading ? 'conversation.loadingEarlier' : 'conversation.earlier')}</Button>
    </div>
  );
}
