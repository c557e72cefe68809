// The way in: which contact centre, started if it is the local one, and the agent's sign-in in the system browser.
import type { Clock } from '../src-shared/domain/clock.ts';
import { failure } from '../src-shared/domain/failure.ts';
import { fail, ok } from '../src-shared/domain/result.ts';
import type { CentreChoice } from '../src-shared/domain/preferences.ts';
import { signIn } from './centre/oauth.ts';
import { keepTokens } from './centre/token-keeper.ts';
import type { SignInDoor } from './desk/parts.ts';
import type { Environment } from './settings/environment.ts';
import type { LocalSandbox } from './shell/local-sandbox.ts';

export interface DoorParts {
  readonly environment: Environment;
  readonly sandbox: LocalSandbox;
  readonly openInBrowser: (address: string) => Promise<boolean>;
  readonly clock: Clock;
}

/** The sandbox takes any client; it has only the agents of its own page. */
const SANDBOX_CLIENT = 'parley';

/** Data centres of Webex Contact Center: https://developer.webex.com/webex-contact-center/docs/api-guides */
const regionUrl = (region: Exclude<CentreChoice, 'sandbox'>): string => `https://api.wxcc-${region}.cisco.com`;

export function createSignInDoor({ environment, sandbox, openInBrowser, clock }: DoorParts): SignInDoor {
  return {
    open: async (choice, progress, signal) => {
      const local = choice === 'sandbox';
      if (local && environment.contactCentre === null) progress({ step: 'startingSandbox' });
      const baseUrl = local ? (environment.contactCentre ?? (await sandbox.url())) : regionUrl(choice);
      if (baseUrl === null) return fail(failure('sandboxFailed'));
      const clientId = local ? SANDBOX_CLIENT : environment.clientId;
      if (clientId === null) return fail(failure('clientIdMissing'));
      const signedIn = await signIn({
        baseUrl, clientId, clock, signal,
        openBrowser: async (address) => {
          progress({ step: 'waitingForBrowser', address });
          // The address stays in view to be opened by hand: where no browser comes up, the sign-in goes on all the same.
          await openInBrowser(address);
          return true;
        },
      });
      return signedIn.ok ? ok({ baseUrl, token: keepTokens({ tokens: signedIn.value, baseUrl, clientId, clock }) }) : signedIn;
    },
  };
}
