// Renders components on a desk for tests: patches are published as main would, commands are recorded and answered.
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import type { Failure } from '../../src-shared/domain/failure.ts';
import { fail, ok } from '../../src-shared/domain/result.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import type { ParleyBridge } from '../../src-shared/ipc/bridge.ts';
import type { CommandArguments, CommandName, CommandValue } from '../../src-shared/ipc/commands.ts';
import { applyPatch } from '../../src-shared/ipc/patch.ts';
import type { PatchOperation } from '../../src-shared/ipc/patch.ts';
import type { DeskView } from '../../src-shared/ipc/view.ts';
import { messagesFor } from '../../src-shared/locales/catalogues.ts';
import { supportedLocale } from '../../src-shared/locales/index.ts';
import { DeskProvider } from './desk-context.tsx';
import { createDeskStore } from './store.ts';

// jsdom has no CSS.escape, which the component library's menus call; the ids in these tests need no escaping.
if ((globalThis as { CSS?: unknown }).CSS === undefined) Object.defineProperty(globalThis, 'CSS', { value: { escape: (id: string) => id } });

// Nor has it media queries: the window of these tests is a wide one.
if ((window as { matchMedia?: unknown }).matchMedia === undefined) {
  Object.defineProperty(window, 'matchMedia', { value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }) });
}

// And nothing has a size that could change.
if ((globalThis as { ResizeObserver?: unknown }).ResizeObserver === undefined) {
  Object.defineProperty(globalThis, 'ResizeObserver', { configurable: true, writable: true, value: class { observe(): void { /* never calls */ } unobserve(): void { /* nothing to end */ } disconnect(): void { /* nothing to end */ } } });
}

export interface RenderedDesk {
  readonly container: HTMLElement;
  /** [name, arguments] of every command sent, in order. */
  readonly sent: readonly (readonly [CommandName, unknown])[];
  /** From now on the command is refused. */
  readonly refuse: (name: CommandName, failure: Failure) => void;
  /** From now on it is not refused any more. */
  readonly allow: (name: CommandName) => void;
  readonly patch: (...operations: readonly PatchOperation[]) => void;
}

export function renderWithDesk(view: DeskView, children: ReactNode): RenderedDesk {
  const store = createDeskStore({ revision: 1, view });
  const sent: (readonly [CommandName, unknown])[] = [];
  const refusals = new Map<CommandName, Failure>();
  const command: ParleyBridge['command'] = <N extends CommandName>(name: N, args: CommandArguments<N>): Promise<Result<CommandValue<N>>> => {
    // What a text box asks by itself: no word is wrong here.
    if (name === 'spelling.misspelled') return Promise.resolve(ok({ words: [] } as unknown as CommandValue<N>));
    sent.push([name, args]);
    const refusal = refusals.get(name);
    return Promise.resolve(refusal === undefined ? ok(null as CommandValue<N>) : fail(refusal));
  };
  const { container } = render(
    <DeskProvider store={store} command={command}>
      <IntlProvider locale={view.app.locale} messages={messagesFor(supportedLocale(view.app.locale))}>{children}</IntlProvider>
    </DeskProvider>,
  );
  return {
    container,
    sent,
    refuse: (name, failure) => { refusals.set(name, failure); },
    allow: (name) => { refusals.delete(name); },
    patch: (...operations) => {
      const { revision, view: current } = store.getState().replica;
      act(() => { store.replaceView({ revision: revision + 1, view: applyPatch(current, operations) }); });
    },
  };
}
