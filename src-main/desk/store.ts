// The state of the desk: one Redux Toolkit store with a slice a concept. Everything in it is masked and may be shown.
import { combineReducers, configureStore } from '@reduxjs/toolkit';
import { agentSlice } from './slices/agent.ts';
import { connectionSlice } from './slices/connection.ts';
import { conversationsSlice } from './slices/conversations.ts';
import { customersSlice } from './slices/customers.ts';
import { deskSlice } from './slices/desk.ts';
import { directorySlice } from './slices/directory.ts';
import { inactivitySlice } from './slices/inactivity.ts';
import { newsSlice } from './slices/news.ts';
import { noticesSlice } from './slices/notices.ts';
import { outboxSlice } from './slices/outbox.ts';
import { policySlice } from './slices/policy.ts';
import { sessionSlice } from './slices/session.ts';
import { settingsSlice } from './slices/settings.ts';
import { stagedSlice } from './slices/staged.ts';
import { tasksSlice } from './slices/tasks.ts';
import { templatesSlice } from './slices/templates.ts';
import { traySlice } from './slices/tray.ts';
import { workflowsSlice } from './slices/workflows.ts';

const reducer = combineReducers({
  desk: deskSlice.reducer,
  session: sessionSlice.reducer,
  connection: connectionSlice.reducer,
  agent: agentSlice.reducer,
  policy: policySlice.reducer,
  tasks: tasksSlice.reducer,
  conversations: conversationsSlice.reducer,
  outbox: outboxSlice.reducer,
  directory: directorySlice.reducer,
  notices: noticesSlice.reducer,
  news: newsSlice.reducer,
  settings: settingsSlice.reducer,
  inactivity: inactivitySlice.reducer,
  customers: customersSlice.reducer,
  workflows: workflowsSlice.reducer,
  templates: templatesSlice.reducer,
  staged: stagedSlice.reducer,
  tray: traySlice.reducer,
});

export const makeStore = () =>
  // The default checks walk the whole state at every action: development aids that would cost more than the work itself.
  configureStore({ reducer, middleware: (defaults) => defaults({ serializableCheck: false, immutableCheck: false, thunk: false }), devTools: false });

export type DeskStore = ReturnType<typeof makeStore>;
export type DeskState = ReturnType<typeof reducer>;
