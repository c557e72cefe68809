// Signing in and out, and what the contact centre says about the session as a whole.
import type { AgentProfile, Station } from '../../src-shared/domain/agent.ts';
import { failure, type Failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { CentreChoice } from '../../src-shared/domain/preferences.ts';
import type { SessionView } from '../../src-shared/ipc/view.ts';
import type { CentreCredentials, Outcome, StopReason } from '../centre/contact-centre.ts';
import type { DeskParts } from './parts.ts';
import { agentSlice } from './slices/agent.ts';
import { sessionSlice } from './slices/session.ts';
import type { DeskStore } from './store.ts';

export interface Session {
  readonly signIn: (choice: CentreChoice) => Promise<Result<null>>;
  readonly cancelSignIn: () => void;
  /** A ready token from the environment: no browser; the suggested team is taken. Connects at `when`. */
  readonly signInWith: (credentials: CentreCredentials, when: Promise<void>) => void;
  readonly login: (station: Station, remember: boolean) => Promise<Result<null>>;
  /** `because` is told in the sign-in window when the agent did not ask for it. */
  readonly signOut: (because?: Failure) => Promise<Result<null>>;
  readonly continueHere: () => Result<null>;
  readonly onProfile: (profile: AgentProfile) => void;
  readonly onLoginNeeded: () => void;
  readonly onLoggedIn: (station: Station) => void;
  readonly onStopped: (reason: StopReason) => void;
  /** The window that is there before anyone has signed in. */
  readonly begin: () => void;
}

/** An outcome as a command's answer. */
export function resultOf(outcome: Outcome): Result<null> {
  if (outcome.kind === 'done') return ok(null);
  return fail(outcome.kind === 'refused' ? outcome.failure : failure('outcomeUnknown'));
}

export function createSession({ centre, door, preferences }: DeskParts, store: DeskStore, forgetAll: () => void): Session {
  let attempt: AbortController | null = null;
  let choice: CentreChoice | null = null;
  let credentials: CentreCredentials | null = null;
  /** Why the agent is being signed out, when it was not asked for. */
  let reason: Failure | null = null;
  /** Signed in from the environment: there is nobody to ask for a team. */
  let unattended = false;

  const step = (view: SessionView): void => {
    store.dispatch(sessionSlice.actions.stepped(view));
  };
  const signedOut = (problem: Failure | null, signedOutBy: string | null = null): void => {
    step({ step: 'signedOut', remembered: preferences.remembered(), failure: problem, signedOutBy });
  };

  const start = (next: CentreCredentials): void => {
    credentials = next;
    step({ step: 'connecting' });
    centre.start(next);
  };

  const suggestedStation = (profile: AgentProfile | null): Station => {
    const remembered = preferences.remembered()?.station;
    const teams = profile?.teams ?? [];
    return {
      teamId: teams.find((team) => team.id === remembered?.teamId)?.id ?? teams[0]?.id ?? '',
      dialNumber: remembered?.dialNumber ?? profile?.defaultDialNumber ?? '',
    };
  };

  const chooseTeam = (problem: Failure | null, busy: boolean): void => {
    const { profile } = store.getState().agent;
    step({ step: 'chooseTeam', agentName: profile?.name ?? '', teams: profile?.teams ?? [], suggested: suggestedStation(profile), failure: problem, busy });
  };

  const login = async (station: Station, remember: boolean): Promise<Result<null>> => {
    chooseTeam(null, true);
    const result = resultOf(await centre.login(station));
    if (!result.ok) {
      // The login may have come through all the same: then the session has moved on already.
      if (store.getState().session.step === 'chooseTeam') chooseTeam(result.failure, false);
      return result;
    }
    if (choice) preferences.remember(remember ? { centre: choice, station } : null);
    return result;
  };

  return {
    begin: () => { signedOut(null); },
    signIn: async (picked) => {
      attempt?.abort();
      const mine = new AbortController();
      attempt = mine;
      choice = picked;
      unattended = false;
      const opened = await door.open(picked, (progress) => { if (!mine.signal.aborted) step(progress); }, mine.signal);
      if (mine.signal.aborted) return fail(failure('signInCancelled'));
      attempt = null;
      if (!opened.ok) {
        signedOut(opened.failure);
        return opened;
      }
      start(opened.value);
      return ok(null);
    },
    cancelSignIn: () => {
      attempt?.abort();
      attempt = null;
      const { step: at } = store.getState().session;
      if (at === 'signedIn' || at === 'signedInElsewhere') return;
      centre.stop();
      forgetAll();
      signedOut(null);
    },
    signInWith: (ready, when) => {
      unattended = true;
      step({ step: 'connecting' });
      void when.then(() => {
        if (store.getState().session.step === 'connecting') start(ready);
      });
    },
    login,
    signOut: async (because) => {
      const open = Object.keys(store.getState().tasks).length;
      if (open > 0) return fail(failure('openTasks', { count: open }));
      reason = because ?? null;
      const result = resultOf(await centre.logout(because ? 'Inactivity Logout' : 'User requested logout'));
      // A success is followed by the end of the session, which tells why; it may come after this answer.
      if (!result.ok) reason = null;
      return result;
    },
    continueHere: () => {
      if (!credentials || store.getState().session.step !== 'signedInElsewhere') return fail(failure('notAvailableNow'));
      start(credentials);
      return ok(null);
    },
    onProfile: (profile) => {
      store.dispatch(agentSlice.actions.profileRead(profile));
    },
    onLoginNeeded: () => {
      if (unattended) void login(suggestedStation(store.getState().agent.profile), false);
      else chooseTeam(null, false);
    },
    onLoggedIn: (station) => {
      step({ step: 'signedIn', station });
    },
    onStopped: (stop) => {
      if (stop.kind === 'signedInElsewhere') {
        step({ step: 'signedInElsewhere' });
        return;
      }
      const because = reason;
      reason = null;
      forgetAll();
      if (stop.kind === 'failed') signedOut(stop.failure);
      else if (stop.kind === 'tokenRefused') signedOut(failure('tokenRefused'));
      else signedOut(because, stop.kind === 'signedOutBy' ? stop.name : null);
    },
  };
}
