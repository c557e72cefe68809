// Sign-in in the system browser: OAuth 2.0 authorization code with PKCE (RFC 7636) and a loopback redirect (RFC 8252), and the refresh.
// Tokens go to the caller and nowhere else.
import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../../src-shared/domain/clock.ts';
import { failure } from '../../src-shared/domain/failure.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { tokenResponseSchema } from '../../src-shared/wxcc/index.ts';
import { allowedBaseUrl } from './addresses.ts';
import { readText } from './http.ts';
import { openLoopback } from './loopback.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** ms since the epoch. */
  readonly expiresAt: number;
}

export interface OAuthParts {
  /** The contact centre; a tenant signs in at Webex, the sandbox on its own address. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
}

export interface SignInParts extends OAuthParts {
  /** Answers whether the browser was asked to open it. */
  readonly openBrowser: (address: string) => Promise<boolean>;
  readonly signal: AbortSignal;
  /** What the browser shows at the end. */
  readonly closingText?: string;
}

const WEBEX = 'https://webexapis.com';
const SCOPE = 'cjp:user';
/** How long an agent may take in the browser. */
const SIGN_IN_LIMIT_MS = 5 * 60_000;
const EXCHANGE_LIMIT_MS = 10_000;

/** Where this contact centre's agents sign in; null = not an address this client opens. */
export function signInServer(baseUrl: string): string | null {
  const base = allowedBaseUrl(baseUrl);
  if (base === null) return null;
  return base.startsWith('https:') ? WEBEX : base;
}

const verifierOf = (): string => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** Opens the browser and waits for the agent; fails with what the sign-in window can say. */
export async function signIn(parts: SignInParts): Promise<Result<Tokens>> {
  const { clock, clientId, openBrowser, signal, closingText = 'You can close this window and return to Parley.' } = parts;
  const server = signInServer(parts.baseUrl);
  if (server === null) return fail(failure('centreRefused'));
  if (signal.aborted) return fail(failure('signInCancelled'));
  const state = verifierOf();
  const verifier = verifierOf();
  const loopback = await openLoopback(state, closingText);
  let cancelLimit = (): void => undefined;
  let stopListening = (): void => undefined;
  try {
    const given = new Promise<Result<string>>((resolve) => {
      const cancelled = (): void => { resolve(fail(failure('signInCancelled'))); };
      signal.addEventListener('abort', cancelled, { once: true });
      stopListening = () => { signal.removeEventListener('abort', cancelled); };
      cancelLimit = clock.setTimer(SIGN_IN_LIMIT_MS, () => { resolve(fail(failure('signInTimedOut'))); });
      void loopback.redirected.then((redirect) => { resolve(redirect.kind === 'code' ? ok(redirect.code) : fail(failure('signInCancelled'))); });
    });
    const query = new URLSearchParams({
      response_type: 'code', client_id: clientId, redirect_uri: loopback.redirectUri, scope: SCOPE, state, code_challenge: challengeOf(verifier), code_challenge_method: 'S256',
    });
    if (!(await openBrowser(`${server}/v1/authorize?${query.toString()}`))) return fail(failure('browserUnavailable'));
    const code = await given;
    if (!code.ok) return code;
    return await exchange(parts, server, { grant_type: 'authorization_code', code: code.value, redirect_uri: loopback.redirectUri, client_id: clientId, code_verifier: verifier }, signal);
  } finally {
    cancelLimit();
    stopListening();
    loopback.close();
  }
}

/** Fails with `tokenRefused` when the agent has to sign in again, with `centreUnreachable` when it may be tried later. */
export async function refresh(parts: OAuthParts, refreshToken: string): Promise<Result<Tokens>> {
  const server = signInServer(parts.baseUrl);
  if (server === null) return fail(failure('centreRefused'));
  const renewed = await exchange(parts, server, { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: parts.clientId });
  // A server may keep the refresh token it gave before.
  return renewed.ok && renewed.value.refreshToken === null ? ok({ ...renewed.value, refreshToken }) : renewed;
}

async function exchange({ clock, fetch: send = globalThis.fetch }: OAuthParts, server: string, form: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Result<Tokens>> {
  const limit = new AbortController();
  const cancel = clock.setTimer(EXCHANGE_LIMIT_MS, () => { limit.abort(); });
  try {
    const response = await send(`${server}/v1/access_token`, {
      method: 'POST', redirect: 'error', body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      signal: signal ? AbortSignal.any([limit.signal, signal]) : limit.signal,
    });
    const text = await readText(response);
    if (response.status >= 500 || response.status === 429) return fail(failure('centreUnreachable'));
    if (!response.ok) return fail(failure('tokenRefused'));
    return tokensOf(text, clock.now());
  } catch {
    return fail(failure(signal?.aborted === true ? 'signInCancelled' : 'centreUnreachable'));
  } finally {
    cancel();
  }
}

/** Lifetime where the server does not say, seconds. */
const DEFAULT_LIFETIME = 3_600;

function tokensOf(text: string | null, now: number): Result<Tokens> {
  try {
    const { access_token, refresh_token, expires_in } = v.parse(tokenResponseSchema, JSON.parse(text ?? ''));
    const seconds = expires_in > 0 ? expires_in : DEFAULT_LIFETIME;
    return ok({ accessToken: access_token, refreshToken: refresh_token, expiresAt: now + seconds * 1_000 });
  } catch {
    return fail(failure('centreRefused'));
  }
}
