// The desk's public face for features and the app frame.
export { DeskProvider } from './desk-context.tsx';
export { useCommand, useCommandWithNotice, useDesk, useDeskReader, useLayout, useLayoutActions, useMishaps, useReportFailure } from './hooks.ts';
export type { LayoutActions } from './hooks.ts';
export type { LayoutState, ListOrder } from './layout-slice.ts';
export type { Mishap } from './mishaps-slice.ts';
export { openDesk } from './open-desk.ts';
export type { Desk } from './open-desk.ts';
export { createDeskStore } from './store.ts';
export type { DeskStore } from './store.ts';
export { ronaSeconds, ronaShare, ronaTone, waitShare, waitTone } from './timers.ts';
export type { TimerTone } from './timers.ts';
export { acceptableIds, conversationIds, offerIds, requestIds, sameIds, waitingElsewhere } from './task-order.ts';
