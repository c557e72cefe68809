// A chord of the table of shortcuts in the words of this keyboard: Ctrl and Shift by name, on macOS their signs.
import type { ReactElement } from 'react';
import type { MessageId } from '../../src-shared/locales/index.ts';
import './keys.css';
import { useText } from './text.ts';

export type Platform = 'win' | 'mac' | 'linux';

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };
const named: Readonly<Record<string, MessageId>> = {
  Mod: 'shortcuts.key.Mod', Control: 'shortcuts.key.Control', Meta: 'shortcuts.key.Meta', Alt: 'shortcuts.key.Alt', Shift: 'shortcuts.key.Shift', Enter: 'shortcuts.key.Enter', Escape: 'shortcuts.key.Escape',
  Home: 'shortcuts.key.Home', End: 'shortcuts.key.End', PageUp: 'shortcuts.key.PageUp', PageDown: 'shortcuts.key.PageDown',
};

/** The words of each key of a chord. */
export function useKeyWords(platform: Platform): (chord: string) => readonly string[] {
  const text = useText();
  return (chord) => chord.split('+').map((key) => {
    const name = named[key];
    return signs[key] ?? (platform === 'mac' ? macSigns[key] : undefined) ?? (name === undefined ? key : text(name));
  });
}

export function Keys({ chord, platform }: { readonly chord: string; readonly platform: Platform }): ReactElement {
  const words = useKeyWords(platform);
  return <kbd className="keys">{words(chord).map((word) => <kbd key={word}>{word}</kbd>)}</kbd>;
}
