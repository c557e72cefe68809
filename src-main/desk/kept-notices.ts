// Notices that a kill must not take: texts that could not be sent, requests that ended without the agent. In the agent's
// file until the agent has dealt with them, and shown again by the next run.
import { failure } from '../../src-shared/domain/failure.ts';
import type { NoticeView } from '../../src-shared/ipc/view.ts';
import { withoutKey } from './records.ts';
import type { Screen } from './screen.ts';
import { noticesSlice } from './slices/notices.ts';
import type { DeskStore } from './store.ts';
import type { MissedRequest, UnsentText, Work, WorkKeeper } from './work.ts';

export interface KeptNotices {
  /** Shows what is kept and not in the window yet. */
  readonly show: () => void;
  readonly dismissed: (noticeId: string) => void;
  /** Going Available answers the missed requests among these notices. */
  readonly answered: (noticeIds: readonly string[]) => void;
}

export function createKeptNotices(store: DeskStore, screen: Screen, work: () => WorkKeeper): KeptNotices {
  const unsent = (noticeId: string, { taskId, text, at }: UnsentText): NoticeView => ({ kind: 'unsent', noticeId, at, taskId, text: screen.mask(text), failure: failure('taskGone') });
  const missed = (noticeId: string, { kind, customerName, customerNumber, queueName, why, at }: MissedRequest): NoticeView => {
    const about = { noticeId, at, customerName: screen.name(customerName), queueName };
    if (kind === 'withdrawnOffer') return { kind, ...about, ...(why && { why }) };
    return { kind, ...about, ...(customerNumber !== '' && { customerNumber: screen.number(customerNumber) }) };
  };
  const forget = (change: (before: Work) => Work): void => { work().change(change).catch(() => undefined); };

  return {
    show: () => {
      const { unsent: texts, missed: requests } = work().current();
      const shown = store.getState().notices;
      const kept = [
        ...Object.entries(texts).map(([noticeId, text]) => unsent(noticeId, text)),
        ...Object.entries(requests).map(([noticeId, request]) => missed(noticeId, request)),
      ];
      for (const notice of kept) if (!(notice.noticeId in shown)) store.dispatch(noticesSlice.actions.posted(notice));
    },
    dismissed: (noticeId) => {
      store.dispatch(noticesSlice.actions.dismissed(noticeId));
      forget((before) => (noticeId in before.unsent || noticeId in before.missed ? { ...before, unsent: withoutKey(before.unsent, noticeId), missed: withoutKey(before.missed, noticeId) } : before));
    },
    answered: (noticeIds) => {
      store.dispatch(noticesSlice.actions.missedOffersSeen(noticeIds));
      forget((before) => {
        const missedNow = noticeIds.filter((id) => before.missed[id]?.kind === 'missedOffer').reduce(withoutKey, before.missed);
        return missedNow === before.missed ? before : { ...before, missed: missedNow };
      });
    },
  };
}
