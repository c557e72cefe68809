// Attachments: resumable uploads (tus) and downloads with ranges at `/v2/attachments`. The tus server is loaded by the first upload.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from '@tus/server';
import type { WxPolicy } from '../../src-shared/wxcc/policy.ts';
import type { StoredFile, MemoryStore } from './memory-store.ts';
import type { Tokens } from './principal.ts';
import { libraryFile } from '../people/files.ts';
import { errorBody } from './error-body.ts';
import { warrantyPdf } from './warranty-pdf.ts';

const PATH = '/v2/attachments';

export interface Attachments {
  readonly addRoutes: (app: FastifyInstance, tokens: Tokens) => void;
}

interface Loaded {
  readonly server: Server;
  readonly store: MemoryStore;
}

/** What the policy says against an upload; null = nothing. */
function whyNot(policy: WxPolicy, size: number | undefined, mimeType: string): { readonly status: number; readonly why: string } | null {
  const { allowed, maxSize, mimeTypes } = policy.attachments;
  if (!allowed) return { status: 403, why: 'Attachments are not allowed.' };
  if (size !== undefined && size > maxSize) return { status: 413, why: 'The file is larger than the policy allows.' };
  if (mimeTypes.length > 0 && !mimeTypes.includes(mimeType)) return { status: 400, why: 'This type of file is not allowed.' };
  return null;
}

export function createAttachments(policy: () => WxPolicy): Attachments {
  let loading: Promise<Loaded> | null = null;
  let loaded: Loaded | null = null;

  const load = async (): Promise<Loaded> => {
    const [{ Server }, { MemoryStore }] = await Promise.all([import('@tus/server'), import('./memory-store.ts')]);
    const store = new MemoryStore();
    const server = new Server({
      path: PATH,
      datastore: store,
      namingFunction: () => randomUUID(),
      onUploadCreate: (_request, upload) => {
        const refusal = whyNot(policy(), upload.size, upload.metadata?.['mimeType'] ?? '');
        // The library answers with what it is rejected with.
        if (refusal === null) return Promise.resolve({});
        return Promise.reject(Object.assign(new Error(refusal.why), { status_code: refusal.status, body: JSON.stringify(errorBody(refusal.status, refusal.why)) }));
      },
    });
    loaded = { server, store };
    return loaded;
  };

  const upload = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    loading ??= load();
    const { server } = await loading;
    reply.hijack();
    await server.handle(request.raw, reply.raw);
  };

  const find = (id: string): StoredFile | null => (id === 'library-warranty' ? warrantyPdf : (libraryFile(id) ?? loaded?.store.file(id) ?? null));

  return {
    addRoutes: (app, tokens) => {
      // The body is tus's own to read.
      app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => { done(null); });
      const guard = async (request: FastifyRequest, reply: FastifyReply) =>
        tokens.principalOf(request.headers.authorization) === null ? reply.code(401).send(errorBody(401, 'The access token is missing, unknown or expired.')) : undefined;
      for (const url of [PATH, `${PATH}/:id`]) {
        app.route({ method: ['POST', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'], url, preValidation: guard, handler: upload, bodyLimit: Number.MAX_SAFE_INTEGER });
      }
      app.route<{ Params: { id: string } }>({
        method: 'GET', url: `${PATH}/:id`, exposeHeadRoute: false, preValidation: guard,
        handler: (request, reply) => {
          const file = find(request.params.id);
          return file === null ? reply.code(404).send(errorBody(404, 'There is no such attachment.')) : sendFile(reply, file, request.headers.range);
        },
      });
    },
  };
}

/** One range, as browsers and media players ask for it. */
function sendFile(reply: FastifyReply, { fileName, mimeType, bytes }: StoredFile, rangeHeader: string | undefined): FastifyReply {
  reply.header('accept-ranges', 'bytes').header('x-content-type-options', 'nosniff');
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  reply.type(/^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream');
  const range = /^bytes=(\d*)-(\d*)$/.exec(rangeHeader ?? '');
  if (range === null || (range[1] === '' && range[2] === '')) return reply.send(bytes);
  const start = range[1] === '' ? Math.max(0, bytes.length - Number(range[2])) : Number(range[1]);
  const end = range[1] === '' || range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1);
  if (start > end || start >= bytes.length) return reply.code(416).header('content-range', `bytes */${String(bytes.length)}`).send();
  return reply.code(206).header('content-range', `bytes ${String(start)}-${String(end)}/${String(bytes.length)}`).send(bytes.subarray(start, end + 1));
}
