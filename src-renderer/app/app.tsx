// The window: appearance and language around it, then what the session asks for: signing in, or the workspace.
import type { ReactElement } from 'react';
import type { ParleyBridge } from '../../src-shared/ipc/bridge.ts';
import { DeskProvider, useDesk } from '../desk/index.ts';
import type { DeskStore } from '../desk/index.ts';
import { SignIn } from '../features/sign-in/index.ts';
import { LocaleProvider } from '../text/index.ts';
import { useAppearance } from './use-appearance.ts';
import { useWindowTitle } from './use-window-title.ts';
import { Workspace } from './workspace.tsx';

export function App({ store, command }: { readonly store: DeskStore; readonly command: ParleyBridge['command'] }): ReactElement {
  return (
    <DeskProvider store={store} command={command}>
      <Localised />
    </DeskProvider>
  );
}

function Localised(): ReactElement {
  const locale = useDesk((view) => view.app.locale);
  useAppearance();
  return (
    <LocaleProvider locale={locale}>
      <Screen />
    </LocaleProvider>
  );
}

function Screen(): ReactElement {
  const signedIn = useDesk((view) => view.session.step === 'signedIn' && view.agent !== null);
  useWindowTitle();
  return signedIn ? <Workspace /> : <SignIn />;
}
