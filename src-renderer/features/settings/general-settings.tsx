// How the window looks, and in which language it speaks.
import type { ReactElement } from 'react';
import { themes } from '../../../src-shared/domain/preferences.ts';
import { languages, supportedLocale } from '../../../src-shared/locales/index.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Segments, Select, Switch } from '../../ui/index.ts';
import { Setting } from './setting.tsx';

export function AppearanceSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const theme = useDesk((view) => view.app.theme);
  const contrast = useDesk((view) => view.app.contrast);
  return (
    <div className="setting-group">
      <Setting name={text('settings.theme')} hint={text('settings.theme.hint')}>
        <Segments
          label={text('settings.theme')} chosen={theme} segments={themes.map((id) => ({ id, name: text(`settings.theme.${id}`) }))}
          onChoose={(next) => { void send('settings.set', { theme: next }); }}
        />
      </Setting>
      <Setting name={text('settings.contrast')} hint={text('settings.contrast.hint')}>
        <Switch label={text('settings.contrast')} checked={contrast === 'more'} onChange={(more) => { void send('settings.set', { contrast: more ? 'more' : 'system' }); }} />
      </Setting>
    </div>
  );
}

export function LanguageSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const language = useDesk((view) => supportedLocale(view.app.locale));
  return (
    <div className="setting-group">
      <Setting name={text('settings.displayLanguage')} hint={text('settings.displayLanguage.hint')}>
        <Select label={text('settings.displayLanguage')} value={language} options={languages} onChange={(locale) => { void send('settings.set', { locale }); }} />
      </Setting>
    </div>
  );
}
