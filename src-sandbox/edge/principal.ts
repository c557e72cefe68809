// Who calls: an agent or a service, by bearer token. Agents' own tokens never expire; those from `/v1/access_token` do.
import { randomBytes } from 'node:crypto';
import type { Organisation } from '../organisation/organisation.ts';

export type Principal = { readonly kind: 'agent'; readonly agentId: string } | { readonly kind: 'service' };

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface Tokens {
  /** `header` is the whole `Authorization` value. null = not known, or expired. */
  readonly principalOf: (header: string | undefined) => Principal | null;
  readonly issue: (agentId: string, lifetimeMs: number) => IssuedTokens;
  /** The agent of a refresh token, which is spent by asking. */
  readonly spendRefresh: (refreshToken: string) => string | null;
  /** Makes every token that was issued to an agent worthless, as an administrator can. */
  readonly revoke: (agentId: string) => void;
}

export function createTokens(organisation: Organisation, now: () => number): Tokens {
  const fixed = new Map<string, Principal>(organisation.agents.map((agent) => [agent.token, { kind: 'agent', agentId: agent.id }]));
  fixed.set(organisation.serviceToken, { kind: 'service' });
  const issued = new Map<string, { readonly agentId: string; readonly until: number }>();
  const refresh = new Map<string, string>();
  const opaque = (): string => `${randomBytes(24).toString('hex')}_local_${organisation.id}`;

  return {
    principalOf: (header) => {
      const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
      if (token === undefined) return null;
      const known = fixed.get(token);
      if (known !== undefined) return known;
      const grant = issued.get(token);
      return grant !== undefined && grant.until > now() ? { kind: 'agent', agentId: grant.agentId } : null;
    },
    issue: (agentId, lifetimeMs) => {
      const accessToken = opaque();
      const refreshToken = opaque();
      issued.set(accessToken, { agentId, until: now() + lifetimeMs });
      refresh.set(refreshToken, agentId);
      return { accessToken, refreshToken, expiresIn: Math.max(1, Math.floor(lifetimeMs / 1_000)) };
    },
    spendRefresh: (token) => {
      const agentId = refresh.get(token) ?? null;
      refresh.delete(token);
      return agentId;
    },
    revoke: (agentId) => {
      for (const [token, grant] of issued) if (grant.agentId === agentId) issued.delete(token);
      for (const [token, owner] of refresh) if (owner === agentId) refresh.delete(token);
    },
  };
}
