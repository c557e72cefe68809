// One way to declare a route: who may call it, which body it takes, what it answers. Errors have the documented body everywhere.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { refuse, type Answer, type Refusal } from '../model/answer.ts';
import type { World } from '../model/types.ts';
import type { Context } from './context.ts';
import { errorBody } from './error-body.ts';
import type { Principal } from './principal.ts';

export type Outcome = { readonly status: number; readonly body?: unknown } | Refusal;

export interface Call<B> {
  readonly body: B;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly world: World;
}

interface RouteOf<B> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: v.GenericSchema<unknown, B>;
}

export interface Routes {
  readonly agent: <B = undefined>(route: RouteOf<B>, handle: (call: Call<B>, agentId: string) => Outcome) => void;
  readonly service: <B = undefined>(route: RouteOf<B>, handle: (call: Call<B>) => Outcome | Promise<Outcome>) => void;
  readonly either: <B = undefined>(route: RouteOf<B>, handle: (call: Call<B>, caller: Principal) => Outcome) => void;
}

/** 202 without a body for a command that was accepted; its outcome comes as a frame. */
export const commanded = (result: Answer<unknown>): Outcome => (result.ok ? { status: 202 } : result);
export const data = (value: unknown): Outcome => ({ status: 200, body: { data: value } });

const unauthorised: Outcome = { ok: false, status: 403, key: '403', description: 'This token may not do this.' };

export function createRoutes(app: FastifyInstance, context: Context): Routes {
  const declare = <B>(route: RouteOf<B>, handle: (call: Call<B>, caller: Principal) => Outcome | Promise<Outcome>): void => {
    app.route({
      method: route.method,
      url: route.path,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const caller = context.tokens.principalOf(request.headers.authorization);
        if (caller === null) return send(reply, 401, errorBody(401, 'The access token is missing, unknown or expired.'));
        const params = request.params as Readonly<Record<string, string>>;
        if (params['orgId'] !== undefined && params['orgId'] !== context.organisation.id) return sendOutcome(reply, refuse(403, 'The token belongs to another organisation.'));
        const body = readBody(route.body, request.body);
        if (!body.ok) return sendOutcome(reply, body);
        const query = queryOf(request.query);
        const outcome = context.centre().perform((world) => handle({ body: body.value, params, query, world }, caller));
        return sendOutcome(reply, await outcome);
      },
    });
  };
  return {
    agent: (route, handle) => { declare(route, (call, caller) => (caller.kind === 'agent' ? handle(call, caller.agentId) : unauthorised)); },
    service: (route, handle) => { declare(route, (call, caller) => (caller.kind === 'service' ? handle(call) : unauthorised)); },
    either: declare,
  };
}

/** Without a schema there is no body to read. Says where it does not fit, never what was there. */
function readBody<B>(schema: v.GenericSchema<unknown, B> | undefined, value: unknown): Answer<B> {
  if (schema === undefined) return { ok: true, value: undefined as B };
  const result = v.safeParse(schema, value ?? {}, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  return refuse(400, `The body does not fit at "${v.getDotPath(result.issues[0])?.slice(0, 100) ?? ''}".`);
}

/** The first of each; repeated parameters are not part of the protocol. */
function queryOf(query: unknown): Record<string, string | undefined> {
  const entries = Object.entries(query as Record<string, string | string[] | undefined>);
  return Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]));
}

const sendOutcome = (reply: FastifyReply, outcome: Outcome): FastifyReply =>
  'ok' in outcome ? send(reply, outcome.status, errorBody(outcome.status, outcome.description, outcome.key)) : send(reply, outcome.status, outcome.body);

function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  reply.code(status);
  return body === undefined ? reply.send() : reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}
