// The skin tone of all emoji that have one: six hands, one of them chosen; kept with the agent's settings.
import { useId } from 'react';
import type { ReactElement } from 'react';
import { emojiTones } from '../../../src-shared/domain/preferences.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';

const hands = { none: '✋', light: '✋🏻', 'medium-light': '✋🏼', medium: '✋🏽', 'medium-dark': '✋🏾', dark: '✋🏿' } as const;

export function Tones(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const chosen = useDesk((view) => view.settings.emoji.tone);
  const name = useId();
  return (
    <fieldset className="emoji-tones">
      <legend className="visually-hidden">{text('emoji.tone')}</legend>
      {emojiTones.map((tone) => (
        <label key={tone} className="emoji-tone" title={text(`emoji.tone.${tone}`)}>
          <input
            type="radio" form="" name={name} value={tone} checked={tone === chosen} aria-label={text(`emoji.tone.${tone}`)}
            onChange={() => { void send('settings.set', { emojiTone: tone }); }}
          />
          <span className="emoji-glyph" aria-hidden="true">{hands[tone]}</span>
        </label>
      ))}
    </fieldset>
  );
}
