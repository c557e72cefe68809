// The language can be changed before anybody is signed in.
import type { ReactElement } from 'react';
import { languages, supportedLocale } from '../../../src-shared/locales/index.ts';
import { useCommandWithNotice, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Menu } from '../../ui/index.ts';

export function LanguageMenu(): ReactElement {
  const text = useText();
  const send = useCommandWithNotice();
  const current = useDesk((view) => supportedLocale(view.app.locale));
  const name = languages.find((language) => language.id === current)?.name ?? '';
  return (
    <Menu
      label={text('signIn.language')}
      groups={[{ id: 'languages', entries: languages }]}
      chosen={current}
      placement="top end"
      onChoose={(locale) => { void send('settings.set', { locale }); }}
      trigger={<Button kind="link" iconEnd="down" label={`${text('signIn.language')}: ${name}`}>{name}</Button>}
    />
  );
}
