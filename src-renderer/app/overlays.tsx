// What lies over the workspace when it is asked for: the command palette and the list of shortcuts, each fetched when it is first wanted.
import { lazy, Suspense, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import type { ActionId } from '../../src-shared/domain/shortcuts.ts';
import { doAction, useAction } from '../desk/index.ts';
import { useShortcutKeys } from './use-shortcut-keys.ts';
import { useWorkspaceActions } from './use-workspace-actions.ts';

const Palette = lazy(async () => ({ default: (await import('../features/palette/index.ts')).Palette }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('../features/shortcuts/index.ts')).ShortcutsDialog }));

export function Overlays(): ReactElement {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  useWorkspaceActions();
  useShortcutKeys();
  const before = useRef<Element | null>(null);
  useAction('palette', () => {
    before.current = document.activeElement;
    setOpen('palette');
  });
  useAction('shortcuts', () => { setOpen('shortcuts'); });
  const close = (): void => { setOpen(null); };
  /** The palette has gone and the focus is back before the action begins: what the action opens gives it back there in the end. */
  const act = (id: ActionId, about: string | null): void => {
    flushSync(close);
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    doAction(id, about);
  };
  return (
    <Suspense>
      {open === 'palette' && <Palette onClose={close} onAction={act} />}
      {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
    </Suspense>
  );
}
