// The HTTP server: every error, whatever went wrong, answers with the documented body and never takes the sandbox down.
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { addConfigRoutes } from './config-routes.ts';
import { addContentRoutes } from './content-routes.ts';
import type { Context } from './context.ts';
import { addControlRoutes } from './control-routes.ts';
import { addOAuth } from './oauth.ts';
import { addRequestFaults } from './request-faults.ts';
import { errorBody } from './error-body.ts';
import { createRoutes } from './routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addTaskRoutes } from './task-routes.ts';

/** A body over this is refused with 413. */
const MAX_BODY = 2_000_000;
/** JSON deeper than this is no message; turning it into text again would overflow the stack. */
const MAX_DEPTH = 200;

export function createServer(context: Context): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => { void (reply as unknown as FastifyReply).code(400).send(errorBody(400, 'The path cannot be read.')); },
    clientErrorHandler: (_error, socket) => {
      const body = JSON.stringify(errorBody(400, 'This is not an HTTP request.'));
      if (socket.writable) socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n${body}`);
      else socket.destroy();
    },
  });

  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    const body = String(text);
    if (body.trim() === '') {
      done(null, undefined);
      return;
    }
    if (deeperThan(body, MAX_DEPTH)) {
      done(badRequest('The body is nested too deeply.'));
      return;
    }
    try {
      done(null, JSON.parse(body));
    } catch {
      done(badRequest('The body is not JSON.'));
    }
  });

  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
    const description = status === 413 ? 'The body is larger than 2 MB.' : status === 500 ? 'The sandbox failed.' : error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ? 'The body must be JSON.' : error.message;
    // A bug of the sandbox itself: standard output is not ours to write on, standard error is.
    if (status === 500) process.stderr.write(`sandbox: ${error.stack ?? error.message}\n`);
    return reply.code(error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ? 400 : status).send(errorBody(status === 415 ? 400 : status, description));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody(404, 'There is no such path.')));

  addRequestFaults(app, context.faults, context.clock, (header) => context.tokens.principalOf(header)?.kind === 'service');
  addOAuth(app, context);
  context.attachments.addRoutes(app, context.tokens);
  const routes = createRoutes(app, context);
  addSessionRoutes(routes, context);
  addTaskRoutes(routes);
  addContentRoutes(routes);
  addConfigRoutes(routes);
  addControlRoutes(routes, context);
  app.server.on('upgrade', (request, socket, head) => { context.sockets.upgrade(request, socket, head); });
  return app;
}

const badRequest = (message: string): Error => Object.assign(new Error(message), { statusCode: 400 });

/** Counts brackets outside strings; a well-formed text needs no more to know its depth. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    if (quoted) {
      if (letter === 0x5c) index += 1;
      else if (letter === 0x22) quoted = false;
    } else if (letter === 0x22) quoted = true;
    else if (letter === 0x7b || letter === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (letter === 0x7d || letter === 0x5d) depth -= 1;
  }
  return false;
}
