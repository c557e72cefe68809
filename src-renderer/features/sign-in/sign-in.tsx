// The sign-in window: one look for each step of the session, with the app's version and the language at its foot.
import type { ReactElement } from 'react';
import type { SessionView } from '../../../src-shared/ipc/view.ts';
import { assertNever } from '../../../src-shared/domain/result.ts';
import { useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Brand } from '../../ui/index.ts';
import { Notices } from '../notices/index.ts';
import { ChooseCentre } from './choose-centre.tsx';
import { ChooseTeam } from './choose-team.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { LanguageMenu } from './language-menu.tsx';
import './sign-in.css';
import { Waiting } from './waiting.tsx';

export function SignIn(): ReactElement {
  const text = useText();
  const version = useDesk((view) => view.app.version);
  return (
    <div className="signin">
      <div className="topbar signin-bar" />
      <main className="signin-main">
        <Notices />
        <div className="signin-column">
          <Brand size={44} />
          <Step />
        </div>
      </main>
      <footer className="cap">
        <span>{text('signIn.version', { version })}</span>
        <LanguageMenu />
      </footer>
    </div>
  );
}

function Step(): ReactElement {
  const text = useText();
  const session: SessionView = useDesk((view) => view.session);
  switch (session.step) {
    case 'signedOut':
      return <ChooseCentre session={session} />;
    case 'startingSandbox':
      return <Waiting title={text('signIn.startingSandbox')} detail={text('signIn.startingSandboxDetail')} />;
    case 'waitingForBrowser':
      return <Waiting title={text('signIn.browserTitle')} detail={text('signIn.browserDetail')} address={session.address} />;
    // Signed in: the agent's profile follows in a moment.
    case 'connecting':
    case 'signedIn':
      return <Waiting title={text('signIn.connecting')} />;
    case 'chooseTeam':
      return <ChooseTeam session={session} />;
    case 'signedInElsewhere':
      return <Elsewhere />;
    default:
      return assertNever(session);
  }
}
