// The editor of the keys: press the new one; what cannot be is refused with the reason, and each action or all of them go back to the table's keys.
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { actionIds, chordOf, chordProblem, keysOf, type ActionId, type ChosenKeys } from '../../../src-shared/domain/shortcuts.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { Keys, useKeyWords, useText } from '../../text/index.ts';
import { Button, IconButton, VisuallyHidden } from '../../ui/index.ts';
import { Setting } from './setting.tsx';

export function ShortcutSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const chosen = useDesk((view) => view.settings.shortcuts);
  const choose = (shortcuts: ChosenKeys): void => { void send('settings.set', { shortcuts }); };
  const without = (id: ActionId): ChosenKeys => Object.fromEntries(Object.entries(chosen).filter(([one]) => one !== id));
  return (
    <>
      <p className="cap">{text('settings.keys.hint')}</p>
      <div className="setting-group shortcut-settings">
        {actionIds.map((id) => (
          <Setting key={id} name={text(`shortcuts.action.${id}`)}>
            <KeyChoice id={id} chosen={chosen} onChoose={(chord) => { choose({ ...chosen, [id]: chord }); }} onReset={() => { choose(without(id)); }} />
          </Setting>
        ))}
        <Setting name={text('settings.keys.resetAll')} hint={text('settings.keys.resetAll.hint')}>
          <Button unavailable={Object.keys(chosen).length === 0} onPress={() => { choose({}); }}>{text('settings.keys.resetAll')}</Button>
        </Setting>
      </div>
    </>
  );
}

interface KeyChoiceProps {
  readonly id: ActionId;
  readonly chosen: ChosenKeys;
  readonly onChoose: (chord: string) => void;
  readonly onReset: () => void;
}

function KeyChoice({ id, chosen, onChoose, onReset }: KeyChoiceProps): ReactElement {
  const text = useText();
  const platform = useDesk((view) => view.app.platform);
  const words = useKeyWords(platform);
  const keyboard = platform === 'mac' ? 'mac' : 'other';
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keys = keysOf(id, chosen, keyboard);
  const action = text(`shortcuts.action.${id}`);
  const spoken = keys.length === 0 ? text('shortcuts.none') : keys.map((chord) => words(chord).join(' ')).join(', ');

  const onKeyDown = (event: KeyboardEvent): void => {
    // Tab goes on, as everywhere.
    if (!waits || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event.nativeEvent, keyboard);
    if (chord === null) return;
    if (chord !== 'Escape') {
      const found = chordProblem(id, chord, chosen, keyboard);
      if (found !== null) {
        setProblem(found.kind === 'taken' ? text('settings.keys.taken', { action: text(`shortcuts.action.${found.by}`) }) : text('settings.keys.notAllowed', { mod: words('Mod').join('') }));
        return;
      }
      onChoose(chord);
    }
    setWaits(false);
    setProblem(null);
  };
  return (
    <>
      <button
        type="button" className="shortcut-keys" aria-pressed={waits} data-keys={waits ? 'all' : undefined}
        onClick={() => { setWaits(true); }} onKeyDown={onKeyDown}
        onBlur={() => {
          setWaits(false);
          setProblem(null);
        }}
      >
        {waits ? text('settings.keys.press') : (
          <>
            <VisuallyHidden>{text('settings.keys.change', { action, keys: spoken })}</VisuallyHidden>
            <span className="row" aria-hidden="true">{keys.length === 0 ? text('shortcuts.none') : keys.map((chord) => <Keys key={chord} chord={chord} platform={platform} />)}</span>
          </>
        )}
      </button>
      {chosen[id] === undefined
        ? <IconButton size="s" icon="close" label={text('settings.keys.remove', { action })} unavailable={keys.length === 0} onPress={() => { onChoose(''); }} />
        : <IconButton size="s" icon="refresh" label={text('settings.keys.reset', { action })} onPress={onReset} />}
      <p className="hint hint-error shortcut-problem" aria-live="assertive">{problem}</p>
    </>
  );
}
