// Stands where the compose box was and says why nothing can be written now.
import type { ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { ComposeLock } from '../../../src-shared/ipc/view.ts';
import { useText } from '../../text/index.ts';
import { Icon } from '../../ui/index.ts';
import { Tray } from '../files/index.ts';
import './composer.css';

const reasons = {
  offer: 'composer.lockedOffer',
  ended: 'composer.lockedEnded',
  customerLeft: 'composer.lockedCustomerLeft',
  assetRemoved: 'composer.lockedAssetRemoved',
} as const;

export function LockedComposer({ taskId, lock, name }: { readonly taskId: TaskId; readonly lock: ComposeLock; readonly name: string }): ReactElement {
  const text = useText();
  return (
    <section className="composer composer-locked" aria-label={text('composer.locked')}>
      <div className="composer-why">
        <Icon name="lock" />
        <p className="grow">{text(reasons[lock], { name })}</p>
      </div>
      {/* What was attached stays: it can be taken out, and goes on when the chat does. */}
      <Tray taskId={taskId} onEmptied={() => undefined} />
    </section>
  );
}
