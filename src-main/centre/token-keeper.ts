// Keeps an agent's tokens fresh: answers the one in force, refreshes before it ends or when it was refused, one refresh at a time.
import type { CentreCredentials } from './contact-centre.ts';
import { refresh, type OAuthParts, type Tokens } from './oauth.ts';

/** Refreshed this long before it ends, so that no request meets a token that ends on its way (ms). */
const MARGIN_MS = 60_000;

export interface KeeperParts extends OAuthParts {
  readonly tokens: Tokens;
  /** New tokens, for whoever stores them; null = worthless now. */
  readonly onChange?: (tokens: Tokens | null) => void;
}

/** The `token` of a session's credentials: null = the agent has to sign in again; rejects while a refresh cannot be asked for. */
export function keepTokens({ tokens, onChange = () => undefined, ...parts }: KeeperParts): CentreCredentials['token'] {
  let current: Tokens | null = tokens;
  let running: Promise<string | null> | null = null;

  const renew = async (from: Tokens): Promise<string | null> => {
    if (from.refreshToken === null) return null;
    const renewed = await refresh(parts, from.refreshToken);
    if (!renewed.ok && renewed.failure.code === 'centreUnreachable') throw new Error('The token could not be refreshed now.');
    current = renewed.ok ? renewed.value : null;
    onChange(current);
    return current?.accessToken ?? null;
  };

  return async (refused) => {
    if (running !== null) return running;
    const from = current;
    if (from === null) return null;
    const now = parts.clock.now();
    const isDue = now >= from.expiresAt - MARGIN_MS && from.refreshToken !== null;
    if (refused !== from.accessToken && !isDue) return from.accessToken;
    running = renew(from).finally(() => { running = null; });
    try {
      return await running;
    } catch (error) {
      if (refused !== from.accessToken && now < from.expiresAt) return from.accessToken;
      throw error;
    }
  };
}
