// The renderer's start: first the view and the words of its language, then the window on it. The base styles come before the components', which refine them.
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { fetchPanes } from './app/later.ts';
import { openDesk } from './desk/index.ts';
import { fetchWords } from './text/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const { store } = await openDesk(window.parley);
await fetchWords(store.getState().replica.view.app.locale);
createRoot(root).render(
  <StrictMode>
    <App store={store} command={window.parley.command} />
  </StrictMode>,
);
requestIdleCallback(fetchPanes);
