// Keys of the table of shortcuts do their actions, wherever the focus is; a modal dialog has the keyboard to itself.
import { useEffect, useMemo } from 'react';
import { actionIds, chordOf, keysOf, type ActionId } from '../../src-shared/domain/shortcuts.ts';
import { doAction, useDesk } from '../desk/index.ts';

/** Stepping through the list goes on while the key is held. */
const repeating: ReadonlySet<ActionId> = new Set(['nextConversation', 'previousConversation']);

const isModalOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

const isChoosing = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.dataset['keys'] === 'all';

export function useShortcutKeys(): void {
  const chosen = useDesk((view) => view.settings.shortcuts);
  const keyboard = useDesk((view) => (view.app.platform === 'mac' ? 'mac' : 'other'));
  const actions = useMemo(() => new Map(actionIds.flatMap((id) => keysOf(id, chosen, keyboard).map((chord) => [chord, id] as const))), [chosen, keyboard]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // What an input method or AltGr makes of a key is writing; arrows with Alt open a native list; the editor of keys takes them all.
      if (event.isComposing || isChoosing(event.target) || event.getModifierState('AltGraph') || event.target instanceof HTMLSelectElement) return;
      const action = actions.get(chordOf(event, keyboard) ?? '');
      if (action === undefined || isModalOpen() || (event.repeat && !repeating.has(action))) return;
      if (!doAction(action)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the control that has the focus: a button would take Enter for itself, whatever is held with it.
    window.addEventListener('keydown', onKey, true);
    return () => { window.removeEventListener('keydown', onKey, true); };
  }, [actions, keyboard]);
}
