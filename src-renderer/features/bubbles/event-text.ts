// The sentence of a system line.
import { useCallback } from 'react';
import { assertNever } from '../../../src-shared/domain/result.ts';
import type { EventLine } from '../../../src-shared/ipc/view.ts';
import { useText } from '../../text/index.ts';

export function useEventText(): (event: EventLine) => string {
  const text = useText();
  return useCallback((event: EventLine): string => {
    switch (event.type) {
      case 'joined':
        return text('conversation.event.joined', { name: event.name });
      case 'left':
        return text('conversation.event.left', { name: event.name });
      case 'ended':
        return event.name === null ? text('conversation.event.ended') : text('conversation.event.endedBy', { name: event.name });
      case 'customerLeft':
        return text('conversation.event.customerLeft');
      case 'customerReturned':
        return text('conversation.event.customerReturned');
      case 'transferred':
        return text('conversation.event.transferred', { name: event.name, to: event.to });
      case 'invited':
        return text('conversation.event.invited', { name: event.name, to: event.to });
      case 'notAccepted':
        return text('conversation.event.notAccepted', { to: event.to });
      case 'workflowStarted':
        return text('workflows.started', { name: event.name });
      case 'workflowFinished':
        return text('workflows.finished', { name: event.name, message: event.message.text || 'none' });
      case 'workflowFailed':
        return text('workflows.failed', { name: event.name, message: event.message.text || 'none' });
      case 'workflowUnknown':
        return text('workflows.unknown', { name: event.name });
      default:
        return assertNever(event);
    }
  }, [text]);
}
