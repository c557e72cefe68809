// RONA: says which request was missed, what that means, and offers the one way out of it.
import type { ReactElement } from 'react';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import type { NoticeView } from '../../../src-shared/ipc/view.ts';
import { MaskedText, RichText, useText, useTimeFormats } from '../../text/index.ts';
import { Button, Strip } from '../../ui/index.ts';

type MissedOffer = Extract<NoticeView, { kind: 'missedOffer' }>;

/** The offers the agent missed, latest first. */
const missedOffers = (notices: Readonly<Record<string, NoticeView>>): readonly MissedOffer[] =>
  Object.values(notices).filter((notice) => notice.kind === 'missedOffer').sort((a, b) => b.at - a.at);

export function RonaBanner(): ReactElement | null {
  const inRona = useDesk((view) => view.agent?.status.kind === 'rona');
  return inRona ? <Banner /> : null;
}

function Banner(): ReactElement {
  const text = useText();
  const { time } = useTimeFormats();
  const send = useCommandWithNotice();
  const notices = useDesk((view) => view.notices);
  const busy = useDesk((view) => view.agent?.statusBusy ?? false);
  const missed = missedOffers(notices);
  const latest = missed[0];

  return (
    <Strip icon="warn" urgency="alert" action={<Button kind="primary" busy={busy} onPress={() => { void send('agent.setStatus', { status: { kind: 'available' } }); }}>{text('status.goAvailable')}</Button>}>
      {latest === undefined ? <b>{text('status.ronaNoOffer')}</b> : (
        <RichText id="status.missed" values={{ count: missed.length, name: <MaskedText value={latest.customerName} />, queue: latest.queueName, time: time(latest.at), hasNumber: latest.customerNumber ? 'yes' : 'no', number: latest.customerNumber && <bdi><MaskedText value={latest.customerNumber} /></bdi> }} />
      )}{' '}
      {text('status.ronaMeaning')}
    </Strip>
  );
}
