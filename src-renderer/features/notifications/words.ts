// The two lines of a notification in the list, from the masked view.
import { useCallback } from 'react';
import { assertNever } from '../../../src-shared/domain/result.ts';
import type { NotificationView } from '../../../src-shared/ipc/view.ts';
import { useText, useTimeFormats } from '../../text/index.ts';

export interface NotificationWords {
  readonly title: string;
  readonly body: string;
}

export function useNotificationWords(): (notification: NotificationView) => NotificationWords {
  const text = useText();
  const { time } = useTimeFormats();
  return useCallback((one: NotificationView): NotificationWords => {
    const name = 'customerName' in one ? one.customerName.text : '';
    switch (one.kind) {
      case 'request':
        return { title: text('notifications.request.title', { name }), body: one.queueName };
      case 'message':
        return {
          title: one.count > 1 ? text('notifications.message.titleMany', { name, count: one.count }) : text('notifications.message.title', { name }),
          body: one.text.text === '' ? text('notifications.message.noText') : one.text.text,
        };
      case 'waiting':
        return { title: text('notifications.waiting.title', { name }), body: text('notifications.waiting.body', { time: time(one.since) }) };
      case 'missed':
        return { title: text('notifications.missed.title'), body: text('notifications.missed.body', { name, queue: one.queueName }) };
      case 'assetRemoved':
        return { title: text('notifications.assetRemoved.title'), body: text('notifications.assetRemoved.body', { name }) };
      case 'notAccepted':
        return { title: text('notifications.notAccepted.title'), body: text('notifications.notAccepted.body', { name, to: one.to }) };
      case 'connectionLost':
        return { title: text('notifications.connectionLost.title'), body: text('notifications.connectionLost.body') };
      default:
        return assertNever(one);
    }
  }, [text, time]);
}
