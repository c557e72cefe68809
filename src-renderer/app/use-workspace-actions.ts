// What can be done from anywhere in the workspace, for keys and command palette.
import { acceptableIds, conversationIds, orderOf, useAction, useCommandWithNotice, useDesk, useDeskReader, useLayoutActions } from '../desk/index.ts';

export function useWorkspaceActions(): void {
  const send = useCommandWithNotice();
  const read = useDeskReader();
  const order = useDesk(orderOf);
  const { openSettings } = useLayoutActions();
  const firstRequest = useDesk((view) => acceptableIds(view.tasks, view.agent?.capacity ?? 0)[0]);
  const longestWait = useDesk((view) => {
    const first = conversationIds(view.tasks, 'longestWait')[0];
    return first !== undefined && (view.tasks[first]?.unansweredSince ?? null) !== null ? first : undefined;
  });
  const conversations = useDesk((view) => conversationIds(view.tasks, 'newest').length);
  const status = useDesk((view) => view.agent?.status.kind);
  const isLost = useDesk((view) => view.connection.state === 'lost');

  const open = (taskId: string | undefined): void => { if (taskId !== undefined) void send('conversation.open', { taskId }); };
  const step = (by: 1 | -1): void => {
    const { tasks, open: current } = read();
    const ids = conversationIds(tasks, order);
    const at = current === null ? -1 : ids.indexOf(current.taskId);
    open(at === -1 ? ids.at(by === 1 ? 0 : -1) : ids[(at + by + ids.length) % ids.length]);
  };

  useAction('settings', () => { openSettings(); });
  useAction('acceptRequest', () => { if (firstRequest !== undefined) void send('task.accept', { taskId: firstRequest }); }, firstRequest !== undefined);
  useAction('goAvailable', () => void send('agent.setStatus', { status: { kind: 'available' } }), status !== undefined && status !== 'available');
  useAction('longestWait', () => { open(longestWait); }, longestWait !== undefined);
  useAction('nextConversation', () => { step(1); }, conversations > 0);
  useAction('previousConversation', () => { step(-1); }, conversations > 0);
  useAction('silent', () => void send('settings.set', { notifications: { silent: !read().settings.notifications.silent } }));
  useAction('reconnect', () => void send('session.reconnectNow', {}), isLost);
}
