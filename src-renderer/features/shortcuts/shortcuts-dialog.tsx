// The list of shortcuts: what each key does and where, with the keys the agent chose.
import type { ReactElement } from 'react';
import { keysOf, shortcuts, type ShortcutPlace } from '../../../src-shared/domain/shortcuts.ts';
import { useDesk, useLayoutActions } from '../../desk/index.ts';
import { Keys, useText } from '../../text/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import './shortcuts.css';

const places: readonly ShortcutPlace[] = ['everywhere', 'conversation', 'composer', 'wrapUp'];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const text = useText();
  const { openSettings } = useLayoutActions();
  const chosen = useDesk((view) => view.settings.shortcuts);
  const platform = useDesk((view) => view.app.platform);
  const keysNow = (id: (typeof shortcuts)[number]['id']): readonly string[] => keysOf(id, chosen, platform === 'mac' ? 'mac' : 'other');
  const change = (): void => {
    onClose();
    openSettings('shortcuts');
  };
  // It is longer than the window, and nothing in it takes the focus: without this the keyboard could not move it.
  const list = { 'aria-label': text('shortcuts.title'), tabIndex: 0 } as const;
  return (
    <Dialog
      title={text('shortcuts.title')} onClose={onClose}
      footer={<><Button onPress={change}>{text('shortcuts.change')}</Button><Button kind="primary" initialFocus onPress={onClose}>{text('common.close')}</Button></>}
    >
      <section {...list} className="dialog-body shortcut-list">
        {places.map((place) => (
          <div key={place}>
            <h3>{text(`shortcuts.place.${place}`)}</h3>
            <dl>
              {shortcuts.filter((one) => one.place === place && keysNow(one.id).length > 0).map(({ id }) => (
                <div key={id}>
                  <dt>{text(`shortcuts.action.${id}`)}</dt>
                  <dd>{keysNow(id).map((chord) => <Keys key={chord} chord={chord} platform={platform} />)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
    </Dialog>
  );
}
