// The three panes: task list, conversation, customer details. What folds away at which width is in panes.css.
import { Suspense } from 'react';
import type { ReactElement } from 'react';
import { useDesk, useLayout } from '../desk/index.ts';
import { TaskList } from '../features/task-list/index.ts';
import { useText } from '../text/index.ts';
import { DetailsPane } from './details-pane.tsx';
import { EmptyConversation } from './empty-conversation.tsx';
import { ConversationPane } from './later.ts';
import './panes.css';
import { useFocusWhenGone } from './use-focus-when-gone.ts';
import { useOnePane } from './use-one-pane.ts';

export function Panes(): ReactElement {
  const text = useText();
  const hasOpen = useDesk((view) => view.open !== null);
  const pane = useLayout((layout) => layout.pane);
  const onePane = useOnePane();
  const { instead, list } = useFocusWhenGone(hasOpen);
  return (
    <div className={`panes panes-${pane}${hasOpen ? ' panes-with-details' : ''}`}>
      {/* The list is the main thing when it is the only one. */}
      <div className="pane-tasks" ref={list} tabIndex={-1} role={onePane && pane === 'list' ? 'main' : undefined}><TaskList /></div>
      <main className="pane-conversation" aria-label={text('common.region.conversation')}>
        {hasOpen ? <Suspense><ConversationPane /></Suspense> : <EmptyConversation heading={instead} />}
      </main>
      {hasOpen && <DetailsPane />}
    </div>
  );
}
