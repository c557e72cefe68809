// OAuth 2.0 authorization code with PKCE on the two paths Webex uses: a page on which one chooses the agent, and the token.
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import type { Organisation } from '../organisation/organisation.ts';
import type { Context } from './context.ts';

const CODE_LIFETIME_MS = 60_000;
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));

const authorizeSchema = v.object({
  response_type: v.literal('code'),
  client_id: word,
  redirect_uri: v.pipe(word, v.check(isLoopback, 'loopback only')),
  scope: v.optional(word),
  state: v.optional(word),
  code_challenge: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  code_challenge_method: v.literal('S256'),
  /** Not asked for: chosen without the page. */
  agent: v.optional(word),
});

const tokenSchema = v.variant('grant_type', [
  v.object({ grant_type: v.literal('authorization_code'), code: word, redirect_uri: word, client_id: word, code_verifier: word }),
  v.object({ grant_type: v.literal('refresh_token'), refresh_token: word }),
]);

interface Grant {
  readonly agentId: string;
  readonly redirectUri: string;
  readonly clientId: string;
  readonly challenge: string;
  readonly until: number;
}

/** RFC 8252: a native app is sent back to a loopback address, on any port. */
function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname) && url.username === '' && url.hash === '';
}

export function addOAuth(app: FastifyInstance, context: Context): void {
  const grants = new Map<string, Grant>();

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });

  app.get('/v1/authorize', async (request, reply) => {
    const asked = v.safeParse(authorizeSchema, request.query);
    if (!asked.success) return refused(reply, 'invalid_request', `"${v.getDotPath(asked.issues[0]) ?? ''}" is missing or does not fit.`);
    const { agent: agentId, redirect_uri: redirectUri, state } = asked.output;
    if (agentId === undefined) return choicePage(reply, context.organisation, new URLSearchParams(request.query as Record<string, string>));
    if (!context.organisation.agents.some((agent) => agent.id === agentId)) return refused(reply, 'invalid_request', 'There is no such agent.');
    const code = randomBytes(24).toString('hex');
    grants.set(code, { agentId, redirectUri, clientId: asked.output.client_id, challenge: asked.output.code_challenge, until: context.clock.now() + CODE_LIFETIME_MS });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    if (state !== undefined) back.searchParams.set('state', state);
    return reply.header('cache-control', 'no-store').redirect(back.href, 302);
  });

  app.post('/v1/access_token', async (request, reply) => {
    const asked = v.safeParse(tokenSchema, request.body);
    if (!asked.success) return refused(reply, 'invalid_request', `"${v.getDotPath(asked.issues[0]) ?? ''}" is missing or does not fit.`);
    const agentId = asked.output.grant_type === 'refresh_token' ? context.tokens.spendRefresh(asked.output.refresh_token) : spendCode(asked.output);
    if (agentId === null) return refused(reply, 'invalid_grant', 'The code or refresh token is unknown, used, expired, or belongs to another request.');
    const tokens = context.tokens.issue(agentId, context.centre().world.settings.tokenLifetimeMs);
    return reply.header('cache-control', 'no-store').send({
      access_token: tokens.accessToken, expires_in: tokens.expiresIn, token_type: 'Bearer', refresh_token: tokens.refreshToken, refresh_token_expires_in: 7_776_000, scope: 'cjp:user',
    });
  });

  const spendCode = (asked: { readonly code: string; readonly redirect_uri: string; readonly client_id: string; readonly code_verifier: string }): string | null => {
    const grant = grants.get(asked.code);
    grants.delete(asked.code);
    if (grant === undefined || grant.until < context.clock.now()) return null;
    const challenge = createHash('sha256').update(asked.code_verifier).digest('base64url');
    return challenge === grant.challenge && asked.redirect_uri === grant.redirectUri && asked.client_id === grant.clientId ? grant.agentId : null;
  };
}

/** RFC 6749, section 5.2. Never a redirect: an address that was not checked is not to be trusted. */
const refused = (reply: FastifyReply, error: string, description: string): FastifyReply =>
  reply.code(400).header('cache-control', 'no-store').send({ error, error_description: description });

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? '');

function choicePage(reply: FastifyReply, organisation: Organisation, query: URLSearchParams): FastifyReply {
  const links = organisation.agents.map((agent) => {
    const own = new URLSearchParams(query);
    own.set('agent', agent.id);
    const team = organisation.teams.find((entry) => entry.id === agent.teamId)?.name ?? '';
    return `<li><a href="/v1/authorize?${html(own.toString())}">${html(agent.name)}<small>${html(team)}</small></a></li>`;
  });
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'").header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in to ${html(organisation.name)}</title>
<style>
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{display:grid;place-items:center;min-height:100vh;margin:0}
main{width:min(24rem,90vw)}
ul{list-style:none;padding:0;display:grid;gap:.5rem}
a{display:flex;justify-content:space-between;gap:1rem;padding:.75rem 1rem;border:1px solid GrayText;border-radius:.5rem;color:CanvasText;text-decoration:none}
a:hover,a:focus-visible{border-color:Highlight;outline:2px solid Highlight}
small{color:GrayText}
</style></head><body><main><h1>${html(organisation.name)}</h1><p>This is the local sandbox. Choose the agent to sign in as.</p><ul>${links.join('')}</ul></main></body></html>`);
}
