// The desk's public face for features and the app frame.
export { canDo, doAction, useAction } from './actions.ts';
export { DeskProvider } from './desk-context.tsx';
export { useClearedText, useCommand, useCommandWithNotice, useDesk, useDeskReader, useLayout, useLayoutActions, useMishaps, useReportFailure, useSpellCheck } from './hooks.ts';
export type { Mishap } from './mishaps-slice.ts';
export { openDesk } from './open-desk.ts';
export type { DeskStore } from './store.ts';
export { ronaSeconds, ronaShare, ronaTone, waitShare, waitTone } from './timers.ts';
export { acceptableIds, conversationIds, offerIds, orderOf, requestIds, sameIds } from './task-order.ts';
