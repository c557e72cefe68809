// The ring of an offer with the seconds left in it. It renders each second; the card around it does not.
import type { ReactElement } from 'react';
import type { TaskPhaseView } from '../../../src-shared/ipc/view.ts';
import { ronaSeconds, ronaShare, ronaTone } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Count, TickingRing, useTick } from '../../ui/index.ts';

type Offered = Extract<TaskPhaseView, { name: 'offered' }>;

export function OfferTimer({ phase, size }: { readonly phase: Offered; readonly size: 'm' | 'l' }): ReactElement {
  const text = useText();
  const seconds = useTick((now) => ronaSeconds(phase, now));
  return (
    <span className={`ring-box ring-box-${size}`} role="timer" aria-label={text('offers.secondsLeft', { seconds })}>
      <TickingRing share={(now) => ronaShare(phase, now)} tone={(now) => ronaTone(phase, now)} size={size} />
      <span aria-hidden="true"><Count value={seconds} /></span>
    </span>
  );
}

export function BeforeRona({ phase }: { readonly phase: Offered }): ReactElement {
  const text = useText();
  const seconds = useTick((now) => ronaSeconds(phase, now));
  return <span className="cap" aria-hidden="true">{text('offers.beforeRona', { seconds })}</span>;
}
