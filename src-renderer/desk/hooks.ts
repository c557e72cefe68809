// The hooks with which components read the view, send commands and keep the window's own layout. Nothing else of the desk is public.
import { use, useCallback, useMemo } from 'react';
import { useDispatch, useSelector, useStore } from 'react-redux';
import type { Failure } from '../../src-shared/domain/failure.ts';
import { fail } from '../../src-shared/domain/result.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { ParleyBridge } from '../../src-shared/ipc/bridge.ts';
import type { CommandArguments, CommandName, CommandValue } from '../../src-shared/ipc/commands.ts';
import { languagesInUse } from '../../src-shared/domain/spelling.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { clearedSlice } from './cleared-slice.ts';
import { BridgeContext } from './desk-context.tsx';
import { layoutSlice } from './layout-slice.ts';
import type { LayoutState } from './layout-slice.ts';
import { mishapsSlice } from './mishaps-slice.ts';
import type { Mishap } from './mishaps-slice.ts';
import type { DeskState, DeskStore } from './store.ts';

const useDeskSelector = useSelector.withTypes<DeskState>();
const useDeskStore = useStore.withTypes<DeskStore>();

/**
 * What `select` picks of the view; the component renders again only when the picked value changes by reference (or by `same`).
 * Pick the smallest piece: a task by its id, not all tasks.
 */
export function useDesk<T>(select: (view: DeskView) => T, same?: (a: T, b: T) => boolean): T {
  return useDeskSelector((state) => select(state.replica.view), same);
}

/** Whether what the agent writes for people is checked. */
export const useSpellCheck = (): boolean => useDesk(({ settings, app }) => languagesInUse(settings, app.locale).length > 0);

/** Reads the view once, without subscribing: for event handlers. */
export function useDeskReader(): () => DeskView {
  const store = useDeskStore();
  return useCallback(() => store.getState().replica.view, [store]);
}

type Command = ParleyBridge['command'];

/** Sends a command to main and answers its `Result`; a command that could not be delivered is a failure as well. */
export function useCommand(): Command {
  const command = use(BridgeContext);
  return useMemo(() => {
    if (command === null) throw new Error('useCommand needs a DeskProvider above it');
    return <N extends CommandName>(name: N, args: CommandArguments<N>): Promise<Result<CommandValue<N>>> =>
      command(name, args).catch(() => fail<Failure>({ code: 'internal' }));
  }, [command]);
}

/** As `useCommand`, and a failure appears among the notices: for controls that have no place of their own to say it. */
export function useCommandWithNotice(): Command {
  const command = useCommand();
  const report = useReportFailure();
  return useMemo(
    () => async <N extends CommandName>(name: N, args: CommandArguments<N>): Promise<Result<CommandValue<N>>> => {
      const result = await command(name, args);
      if (!result.ok) report(result.failure);
      return result;
    },
    [command, report],
  );
}

/** Shows a failure among the notices until the agent dismisses it. */
export function useReportFailure(): (failure: Failure) => void {
  const dispatch = useDispatch();
  return useMemo(() => (failure: Failure) => { dispatch(mishapsSlice.actions.reported(failure)); }, [dispatch]);
}

export function useMishaps(): { readonly mishaps: readonly Mishap[]; readonly dismiss: (id: string) => void } {
  const dispatch = useDispatch();
  const mishaps = useDeskSelector((state) => state.mishaps);
  return useMemo(() => ({ mishaps, dismiss: (id: string) => { dispatch(mishapsSlice.actions.dismissed(id)); } }), [mishaps, dispatch]);
}

/** The text that was cleared away in a conversation's compose box, and how to keep another one (null = none). It outlives the box, not the chat. */
export function useClearedText(taskId: TaskId): readonly [text: string | null, keep: (text: string | null) => void] {
  const dispatch = useDispatch();
  const text = useDeskSelector((state) => state.cleared[taskId] ?? null);
  const keep = useCallback((next: string | null) => { dispatch(clearedSlice.actions.textCleared({ taskId, text: next })); }, [dispatch, taskId]);
  return [text, keep];
}

export function useLayout<T>(select: (layout: LayoutState) => T): T {
  return useDeskSelector((state) => select(state.layout));
}

export interface LayoutActions {
  readonly showList: () => void;
  readonly showConversation: () => void;
  readonly toggleDetails: () => void;
  readonly closeDetails: () => void;
  readonly openSettings: (section?: string) => void;
  readonly closeSettings: () => void;
}

export function useLayoutActions(): LayoutActions {
  const dispatch = useDispatch();
  return useMemo(() => {
    const { paneShown, detailsToggled, settingsOpened, settingsClosed } = layoutSlice.actions;
    return {
      showList: () => { dispatch(paneShown('list')); },
      showConversation: () => { dispatch(paneShown('conversation')); },
      toggleDetails: () => { dispatch(detailsToggled()); },
      closeDetails: () => { dispatch(detailsToggled(false)); },
      openSettings: (section) => { dispatch(settingsOpened(section ?? null)); },
      closeSettings: () => { dispatch(settingsClosed()); },
    };
  }, [dispatch]);
}
