// Something is on its way: says what, and lets the agent stop it.
import type { ReactElement } from 'react';
import { useCommandWithNotice } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Icon, LiveRegion } from '../../ui/index.ts';

export function Waiting({ title, detail, address }: { readonly title: string; readonly detail?: string; readonly address?: string }): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  return (
    <div className="signin-form signin-waiting">
      <h1>{title}</h1>
      <LiveRegion text={title} />
      {detail !== undefined && <p>{detail}</p>}
      {address === undefined ? <Icon name="spinner" /> : (
        <span className="field field-m">
          <input readOnly aria-label={text('signIn.browserAddress')} value={address} onFocus={(event) => { event.currentTarget.select(); }} />
        </span>
      )}
      <Button onPress={() => { void send('session.cancelSignIn', {}); }}>{text('signIn.cancel')}</Button>
    </div>
  );
}
