// What the desk holds on to after its task is gone, masked when masking is switched on: the raw text is no longer known.
import type { Screen } from './screen.ts';
import { conversationsSlice } from './slices/conversations.ts';
import { newsSlice, type Note } from './slices/news.ts';
import { noticesSlice } from './slices/notices.ts';
import type { DeskStore } from './store.ts';
import type { MaskedText } from '../../src-shared/domain/masking.ts';
import type { ItemView, NoticeView } from '../../src-shared/ipc/view.ts';

/** Masking twice leaves what is masked as it is; switched off, what was masked stays so. */
export function remaskHeld(store: DeskStore, screen: Screen): void {
  const { masker, masking } = screen.context();
  if (!masking) return;
  const nameOf = (name: MaskedText): MaskedText => (name.spans.length > 0 ? name : masker.maskField('name', name.text));
  const numberOf = (number: MaskedText): MaskedText => (number.spans.length > 0 ? number : masker.maskField('phone', number.text));
  const notice = (one: NoticeView): NoticeView => {
    if (one.kind === 'unsent') return { ...one, text: screen.mask(one.text.text) };
    if (one.kind === 'missedOffer' && one.customerNumber) return { ...one, customerName: nameOf(one.customerName), customerNumber: numberOf(one.customerNumber) };
    return 'customerName' in one ? { ...one, customerName: nameOf(one.customerName) } : one;
  };
  const note = (one: Note): Note => ('customerName' in one ? { ...one, customerName: nameOf(one.customerName) } : one);
  for (const { taskId, items } of Object.values(store.getState().conversations)) {
    const lines = Object.values(items).flatMap((item): ItemView[] => (item.kind === 'event' && 'message' in item.event ? [{ ...item, event: { ...item.event, message: screen.mask(item.event.message.text) } }] : []));
    if (lines.length > 0) store.dispatch(conversationsSlice.actions.reprojected({ taskId, items: lines }));
  }
  const { notices, news } = store.getState();
  store.dispatch(noticesSlice.actions.remasked(Object.values(notices).map(notice)));
  store.dispatch(newsSlice.actions.remasked(Object.values(news.notes).map(note)));
}
