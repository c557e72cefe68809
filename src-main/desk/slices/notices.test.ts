import { expect, test } from 'vitest';
import { plainText } from '../../../src-shared/domain/masking.ts';
import type { NoticeView } from '../../../src-shared/ipc/view.ts';
import { noticesSlice } from './notices.ts';

const missed = (noticeId: string): NoticeView => ({ kind: 'missedOffer', noticeId, at: 0, customerName: plainText('Melissa'), queueName: 'Repairs' });
const { posted, missedOffersSeen } = noticesSlice.actions;

test('going Available answers the missed requests the agent could see, not one that was missed meanwhile', () => {
  const actions = [posted(missed('seen')), posted({ kind: 'outboxNotSaved', noticeId: 'other', at: 0 }), posted(missed('meanwhile')), missedOffersSeen(['seen', 'other'])];
  expect(Object.keys(actions.reduce(noticesSlice.reducer, {}))).toEqual(['other', 'meanwhile']);
});
