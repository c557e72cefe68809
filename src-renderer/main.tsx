// The renderer's start: first the view, then the window on it.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { openDesk } from './desk/index.ts';
import './styles/tokens.css';
import './styles/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const { store } = await openDesk(window.parley);
createRoot(root).render(
  <StrictMode>
    <App store={store} command={window.parley.command} />
  </StrictMode>,
);
