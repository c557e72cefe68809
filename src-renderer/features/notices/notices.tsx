// The newest notice as one strip, with how many more wait behind it. Missed offers are the RONA banner's while the agent is in RONA.
import type { ReactElement, ReactNode } from 'react';
import { useCommand, useDesk, useMishaps } from '../../desk/index.ts';
import type { Mishap } from '../../desk/index.ts';
import type { NoticeView } from '../../../src-shared/ipc/view.ts';
import { CopyButton } from './copy-button.tsx';
import { MaskedText, RichText, useFailureText, useText, useTimeFormats } from '../../text/index.ts';
import { Button, Strip } from '../../ui/index.ts';
import type { TextOf } from '../../text/index.ts';

/** A region of its own while there is something to say. */
export function Notices(): ReactElement | null {
  const text = useText();
  const strip = useNewest();
  return strip === null ? null : <section aria-label={text('notices.region')}>{strip}</section>;
}

function useNewest(): ReactElement | null {
  const text = useText();
  const send = useCommand();
  const notices = useDesk((view) => view.notices);
  const inRona = useDesk((view) => view.agent?.status.kind === 'rona');
  const { mishaps, dismiss } = useMishaps();

  const shown = Object.values(notices).filter((notice) => !(inRona && notice.kind === 'missedOffer')).sort((a, b) => b.at - a.at);
  // A failure of what the agent has just done comes before what waits already.
  const mishap = mishaps.at(-1);
  const notice = shown[0];
  const more = shown.length + mishaps.length - 1;
  if (mishap !== undefined) return <MishapStrip key={mishap.id} mishap={mishap} more={more} onDismiss={() => { dismiss(mishap.id); }} />;
  if (notice === undefined) return null;
  return (
    <Strip
      key={notice.noticeId}
      icon={informs(notice) ? 'info' : 'warn'}
      tone={informs(notice) ? 'info' : 'warn'}
      urgency="status"
      action={
        <>
          {notice.kind === 'unsent' && <CopyButton content={notice.text.text} />}
          <Dismiss more={more} text={text} onPress={() => { void send('notice.dismiss', { noticeId: notice.noticeId }); }} />
        </>
      }
    >
      <NoticeText notice={notice} />
    </Strip>
  );
}

/** News that asks for nothing. */
const informs = ({ kind }: NoticeView): boolean => kind === 'outboxNotSaved' || kind === 'statusChanged' || kind === 'withdrawnOffer';

function MishapStrip({ mishap, more, onDismiss }: { readonly mishap: Mishap; readonly more: number; readonly onDismiss: () => void }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  return (
    <Strip icon="warn" tone="danger" urgency="alert" action={<Dismiss more={more} text={text} onPress={onDismiss} />}>
      {failureText(mishap.failure)}
    </Strip>
  );
}

function Dismiss({ more, text, onPress }: { readonly more: number; readonly text: TextOf; readonly onPress: () => void }): ReactElement {
  return (
    <>
      {more > 0 && <span className="cap">{text('notices.more', { count: more })}</span>}
      <Button size="s" onPress={onPress}>{text('notices.dismiss')}</Button>
    </>
  );
}

function NoticeText({ notice }: { readonly notice: NoticeView }): ReactNode {
  const text = useText();
  const failureText = useFailureText();
  const { time } = useTimeFormats();
  const name = 'customerName' in notice && <MaskedText value={notice.customerName} />;
  switch (notice.kind) {
    case 'missedOffer':
      return <RichText id="notices.missed" values={{ name, queue: notice.queueName, time: time(notice.at), hasNumber: notice.customerNumber ? 'yes' : 'no', number: notice.customerNumber && <bdi><MaskedText value={notice.customerNumber} /></bdi> }} />;
    case 'withdrawnOffer':
      return <RichText id="notices.withdrawn" values={{ name, queue: notice.queueName, time: time(notice.at), why: notice.why ?? 'none' }} />;
    case 'statusChanged':
      return <RichText id="notices.statusChanged" values={{ by: notice.by, status: notice.status || text('status.available'), time: time(notice.at) }} />;
    case 'taskFailed':
      return <><b>{name}:</b> {failureText(notice.failure)}</>;
    case 'assetRemoved':
      return <><b>{name}:</b> {text('notices.assetRemoved', { asset: notice.assetName ?? 'none' })}</>;
    case 'unsent':
      return <>{failureText(notice.failure)} <RichText id="notices.unsent" values={{ message: <q><MaskedText value={notice.text} /></q> }} /></>;
    case 'outboxNotSaved':
      return text('notices.outboxNotSaved');
  }
}
