// The same agent signed in on another computer: this window stopped, and can take the work back.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { useCommand } from '../../desk/index.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Button, Note } from '../../ui/index.ts';

export function Elsewhere(): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const run = async (name: 'session.continueHere' | 'session.signOut'): Promise<void> => {
    setBusy(true);
    const result = await command(name, {});
    setBusy(false);
    setRefused(result.ok ? null : result.failure);
  };
  return (
    <div className="signin-form signin-waiting" role="alert">
      <h1>{text('signIn.elsewhereTitle')}</h1>
      <p>{text('signIn.elsewhereDetail')}</p>
      {refused !== null && <Note tone="danger">{failureText(refused)}</Note>}
      <Button kind="primary" wide className="signin-go" busy={busy} initialFocus onPress={() => { void run('session.continueHere'); }}>{text('signIn.continueHere')}</Button>
      <Button wide unavailable={busy} onPress={() => { void run('session.signOut'); }}>{text('signIn.signOut')}</Button>
    </div>
  );
}
