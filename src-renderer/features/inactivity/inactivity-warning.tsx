// One minute's warning: Stay signed in or Sign out. Main counts and decides; this window only asks.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { RichText, useFailureText, useText } from '../../text/index.ts';
import { Button, Dialog, Note, Remaining } from '../../ui/index.ts';

export function InactivityWarning(): ReactElement | null {
  const endsAt = useDesk((view) => view.inactivity.endsAt);
  return endsAt === null ? null : <Warning key={endsAt} endsAt={endsAt} />;
}

function Warning({ endsAt }: { readonly endsAt: number }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const answer = async (name: 'session.staySignedIn' | 'session.signOut'): Promise<void> => {
    setBusy(true);
    const result = await command(name, {});
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
  };
  return (
    <Dialog
      role="alertdialog"
      title={text('inactivity.title')}
      footer={(
        <>
          <Button busy={busy} onPress={() => { void answer('session.signOut'); }}>{text('inactivity.signOut')}</Button>
          <Button kind="primary" initialFocus onPress={() => { void answer('session.staySignedIn'); }}>{text('inactivity.stay')}</Button>
        </>
      )}
    >
      <div className="dialog-body">
        <p><RichText id="inactivity.text" values={{ time: <Remaining until={endsAt} style="mm:ss" /> }} /></p>
        {failure !== null && <Note tone="danger" announce>{failureText(failure)}</Note>}
      </div>
    </Dialog>
  );
}
