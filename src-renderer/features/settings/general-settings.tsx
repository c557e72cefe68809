// How the window looks, and in which language it speaks.
import type { ReactElement } from 'react';
import { themes, zooms } from '../../../src-shared/domain/preferences.ts';
import { languages, supportedLocale } from '../../../src-shared/locales/index.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Segments, Select, Switch } from '../../ui/index.ts';
import { Setting, useLocked } from './setting.tsx';
import { SpellingSettings } from './spelling-settings.tsx';

export function AppearanceSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const theme = useDesk((view) => view.app.theme);
  const contrast = useDesk((view) => view.app.contrast);
  const zoom = useDesk((view) => view.settings.zoom);
  const [themeLocked, contrastLocked, zoomLocked] = [useLocked('theme'), useLocked('contrast'), useLocked('zoom')];
  return (
    <div className="setting-group">
      <Setting name={text('settings.theme')} hint={text('settings.theme.hint')} locked={themeLocked}>
        <Segments
          label={text('settings.theme')} unavailable={themeLocked} chosen={theme} segments={themes.map((id) => ({ id, name: text(`settings.theme.${id}`) }))}
          onChoose={(next) => { void send('settings.set', { theme: next }); }}
        />
      </Setting>
      <Setting name={text('settings.contrast')} hint={text('settings.contrast.hint')} locked={contrastLocked}>
        <Switch label={text('settings.contrast')} unavailable={contrastLocked} checked={contrast === 'more'} onChange={(more) => { void send('settings.set', { contrast: more ? 'more' : 'system' }); }} />
      </Setting>
      <Setting name={text('settings.zoom')} hint={text('settings.zoom.hint')} locked={zoomLocked}>
        <Select
          label={text('settings.zoom')} unavailable={zoomLocked} value={String(zoom)}
          options={zooms.map((one) => ({ id: String(one), name: text('settings.zoom.value', { percent: Math.round(one * 100) }) }))}
          onChange={(id) => {
            const next = zooms.find((one) => String(one) === id);
            if (next !== undefined) void send('settings.set', { zoom: next });
          }}
        />
      </Setting>
    </div>
  );
}

export function LanguageSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const language = useDesk((view) => supportedLocale(view.app.locale));
  const locked = useLocked('locale');
  return (
    <>
      <div className="setting-group">
        <Setting name={text('settings.displayLanguage')} hint={text('settings.displayLanguage.hint')} locked={locked}>
          <Select label={text('settings.displayLanguage')} unavailable={locked} value={language} options={languages} onChange={(locale) => { void send('settings.set', { locale }); }} />
        </Setting>
      </div>
      <SpellingSettings />
    </>
  );
}

export function ComputerSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const startAtLogin = useDesk((view) => view.settings.startAtLogin);
  const locked = useLocked('startAtLogin');
  return (
    <div className="setting-group">
      <Setting name={text('settings.startAtLogin')} hint={text('settings.startAtLogin.hint')} locked={locked}>
        <Switch label={text('settings.startAtLogin')} unavailable={locked} checked={startAtLogin} onChange={(on) => { void send('settings.set', { startAtLogin: on }); }} />
      </Setting>
    </div>
  );
}
