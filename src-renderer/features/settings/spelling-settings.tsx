// Whether what the agent writes is checked, in which languages, and the words that are theirs.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { languagesInUse, spellingLanguages, withLanguage } from '../../../src-shared/domain/spelling.ts';
import type { SpellingLanguage } from '../../../src-shared/domain/spelling.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Menu, Switch } from '../../ui/index.ts';
import { OwnWordsDialog } from './own-words-dialog.tsx';
import { Setting, SettingGroup, useLocked } from './setting.tsx';

/** Each by its own name, as in the choice of the window's language. */
const names: Readonly<Record<SpellingLanguage, string>> = {
  'en-GB': 'English (United Kingdom)', 'en-US': 'English (United States)', nl: 'Nederlands', fr: 'Français', es: 'Español',
};

export function SpellingSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const on = useDesk((view) => view.settings.spelling);
  const ownCount = useDesk((view) => view.settings.ownWords.length);
  const [locked, languagesLocked] = [useLocked('spelling'), useLocked('spellingLanguages')];
  const [showsOwn, setShowsOwn] = useState(false);
  return (
    <SettingGroup title={text('settings.spelling')} note={text('settings.spelling.note')}>
      <Setting name={text('settings.spelling.on')} hint={text('settings.spelling.on.hint')} locked={locked}>
        <Switch label={text('settings.spelling.on')} unavailable={locked} checked={on} onChange={(spelling) => { void send('settings.set', { spelling }); }} />
      </Setting>
      <Languages locked={languagesLocked} />
      <Setting name={text('settings.spelling.own')} hint={text('settings.spelling.own.hint', { count: ownCount })}>
        <Button label={text('settings.spelling.own.show')} onPress={() => { setShowsOwn(true); }}>{text('settings.spelling.own.button')}</Button>
      </Setting>
      {showsOwn && <OwnWordsDialog onClose={() => { setShowsOwn(false); }} />}
    </SettingGroup>
  );
}

function Languages({ locked }: { readonly locked: boolean }): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const chosen = useDesk((view) => view.settings.spellingLanguages);
  const locale = useDesk((view) => view.app.locale);
  const choice = { spelling: true, spellingLanguages: chosen };
  const inUse = languagesInUse(choice, locale);
  const shown = inUse.length === 0 ? text('settings.spelling.none') : inUse.map((language) => names[language]).join(', ');
  const choose = (id: string): void => {
    const language = spellingLanguages.find((one) => one === id);
    if (language !== undefined) void send('settings.set', { spellingLanguages: withLanguage(choice, locale, language) });
  };
  const label = text('settings.spelling.languages');
  return (
    <Setting name={label} hint={text(inUse.length === 0 ? 'settings.spelling.noDictionary' : 'settings.spelling.languages.hint')} locked={locked}>
      {locked ? shown : (
        <Menu
          label={label}
          groups={[{ id: 'languages', entries: spellingLanguages.map((id) => ({ id, name: names[id] })) }]}
          ticked={inUse}
          onChoose={choose}
          trigger={<Button iconEnd="down" label={`${label}: ${shown}`} className="setting-choice"><span>{shown}</span></Button>}
        />
      )}
    </Setting>
  );
}
