// What the first sight of the window does not need: a conversation's panes. They are fetched right after it, before anybody can open one.
import { lazy } from 'react';

const conversation = () => import('../features/conversation/index.ts');
const customer = () => import('../features/customer/index.ts');

export const ConversationPane = lazy(async () => ({ default: (await conversation()).ConversationPane }));
export const CustomerDetails = lazy(async () => ({ default: (await customer()).CustomerDetails }));

/** Fetches both now; a failure shows when the pane is opened, where it is asked for again. */
export function fetchPanes(): void {
  conversation().catch(() => undefined);
  customer().catch(() => undefined);
}
