// How the agent is told of news: ways, quiet times, sounds, preview. Each change takes effect at once.
import type { ReactElement } from 'react';
import { newsTopics, newsWays, toneChoices } from '../../../src-shared/domain/preferences.ts';
import type { NotificationPreferences } from '../../../src-shared/domain/preferences.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { playTone } from '../notifications/index.ts';
import { useText } from '../../text/index.ts';
import { Button, RangeField, Segments, Select, Switch, TimeField } from '../../ui/index.ts';
import { Setting, SettingGroup, useLocked } from './setting.tsx';

export function NotificationSettings(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const masking = useDesk((view) => view.app.masking);
  const chosen = useDesk((view) => view.settings.notifications);
  const set = (part: Partial<NotificationPreferences>): void => { void send('settings.set', { notifications: part }); };
  const { ways, sounds, quietHours, silent, preview, volume, flash } = chosen;
  const previewLocked = useLocked('preview');
  const switchOf = (key: 'silent' | 'preview' | 'flash', on: boolean): ReactElement => (
    <Switch unavailable={key === 'preview' && previewLocked} label={text(`settings.${key}`)} checked={on} onChange={(next) => { set({ [key]: next }); }} />
  );
  return (
    <>
      <p className="cap">{text(masking ? 'settings.masked' : 'settings.unmasked')}</p>
      <SettingGroup title={text('settings.how')} note={text('settings.ways')}>
        {newsTopics.map((topic) => (
          <Setting key={topic} name={text(`settings.${topic}`)} hint={text(`settings.${topic}.hint`)}>
            <Segments
              label={text(`settings.${topic}`)} chosen={ways[topic]} segments={newsWays.map((id) => ({ id, name: text(`settings.way.${id}`) }))}
              onChoose={(way) => { set({ ways: { ...ways, [topic]: way } }); }}
            />
          </Setting>
        ))}
        <Setting name={text('settings.silent')} hint={text('settings.silent.hint')}>{switchOf('silent', silent)}</Setting>
        <Setting name={text('settings.quiet')} hint={text('settings.quiet.hint')}>
          <TimeField label={text('settings.quiet.from')} minutes={quietHours.from} unavailable={!quietHours.on} onChange={(from) => { set({ quietHours: { ...quietHours, from } }); }} />
          <TimeField label={text('settings.quiet.to')} minutes={quietHours.to} unavailable={!quietHours.on} onChange={(to) => { set({ quietHours: { ...quietHours, to } }); }} />
          <Switch label={text('settings.quiet')} checked={quietHours.on} onChange={(on) => { set({ quietHours: { ...quietHours, on } }); }} />
        </Setting>
      </SettingGroup>
      <SettingGroup title={text('settings.soundAndPreview')}>
        {newsTopics.map((topic) => {
          const name = text(`settings.sound.${topic}`);
          const tone = sounds[topic];
          return (
            <Setting key={topic} name={name} hint={text(`settings.sound.${topic}.hint`)}>
              <Button size="s" icon="sound" label={text('settings.playSound', { sound: name })} unavailable={tone === 'none'} onPress={() => { if (tone !== 'none') playTone(tone, volume); }}>{text('settings.play')}</Button>
              <Select
                label={name} value={tone} options={toneChoices.map((id) => ({ id, name: text(`settings.tone.${id}`) }))}
                onChange={(id) => {
                  const next = toneChoices.find((one) => one === id);
                  if (next !== undefined) set({ sounds: { ...sounds, [topic]: next } });
                }}
              />
            </Setting>
          );
        })}
        <Setting name={text('settings.volume')}>
          <RangeField label={text('settings.volume')} value={volume} onChange={(next) => { set({ volume: next }); }} />
        </Setting>
        <Setting name={text('settings.preview')} hint={text('settings.preview.hint')} locked={previewLocked}>{switchOf('preview', preview)}</Setting>
        <Setting name={text('settings.flash')} hint={text('settings.flash.hint')}>{switchOf('flash', flash)}</Setting>
      </SettingGroup>
    </>
  );
}
