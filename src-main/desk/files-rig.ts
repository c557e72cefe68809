// For tests of files on their way out: the whole desk against the real contact centre, through a line that the test cuts.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import type { TrayFileView } from '../../src-shared/ipc/view.ts';
import type { CentreCredentials } from '../centre/contact-centre.ts';
import { createContactCentre } from '../centre/index.ts';
import { control, realClock } from '../centre/test-rig.ts';
import { keyCipher, type Cipher } from '../settings/cipher.ts';
import { sealedFiles } from '../settings/sealed-files.ts';
import { secretFile } from '../settings/secret-file.ts';
import type { Desk } from './desk.ts';
import { openDesk, until } from './desk-rig.ts';
import type { ChosenFile } from './outside-files.ts';

const keyed = (): Cipher => {
  const cipher = keyCipher(Buffer.alloc(32, 5).toString('base64'));
  if (cipher === null) throw new Error('A key of 32 bytes is one.');
  return cipher;
};
const cipher = keyed();

/** A line that the test cuts: what goes up is let through to `allow` bytes at most while a number is set. */
async function openLine(target: number) {
  const sockets = new Set<Socket>();
  let budget = Infinity;
  let begun = 0;
  const addresses = new Set<string>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => { sockets.delete(socket); client.destroy(); upstream.destroy(); });
    }
    client.on('data', (bytes) => {
      budget -= bytes.length;
      const asked = /^(\w+) (\/v2\/attachments\S*)/.exec(bytes.toString('latin1', 0, 120));
      if (asked?.[1] === 'POST') begun += 1;
      if (asked?.[1] === 'PATCH') addresses.add(asked[2] ?? '');
      if (budget < 0) cut();
      else upstream.write(bytes);
    });
    upstream.pipe(client);
  });
  const cut = (): void => { for (const socket of sockets) socket.destroy(); };
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`,
    /** Uploads that did not go on from an earlier one. */
    begun: () => begun,
    /** Where uploads went, in their order. */
    addresses: (): readonly string[] => [...addresses],
    allow: (bytes: number): void => { budget = bytes; },
    close: (): Promise<void> => new Promise((resolve) => {
      cut();
      server.close(() => { resolve(); });
    }),
  };
}

const desks: Desk[] = [];
const closing: (() => Promise<unknown>)[] = [];
/** Closes everything that was opened; after each test. */
export async function closeAll(): Promise<void> {
  for (const desk of desks.splice(0)) await desk.close();
  for (const close of closing.splice(0).reverse()) await close();
}

export const chosen = (fileName: string, bytes: Buffer): ChosenFile => ({
  fileName, size: bytes.length,
  pieces: async function* () {
    for (let at = 0; at < bytes.length; at += 300_000) yield await Promise.resolve(bytes.subarray(at, at + 300_000));
  },
});

/** An agent in a chat, with a folder of their own and a line that can be cut. */
export async function place(policy: Readonly<Record<string, unknown>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-tray-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const sandbox: Sandbox = await createSandbox({ seed: 7, pace: 0, scenario: { organisation: { agents: [{ name: 'Sanne de Wit', team: 'Sales' }], teams: ['Sales'] }, settings: { reserveMs: 0, disconnectIdleMs: 60_000 } } });
  closing.push(() => sandbox.close());
  const line = await openLine(Number(new URL(sandbox.url).port));
  closing.push(() => line.close());
  const [agent] = sandbox.info.agents;
  if (agent === undefined) throw new Error('No agent.');
  const tell = (path: string, body: unknown, method = 'POST'): Promise<unknown> => control(sandbox.info, method, path, body);
  if (Object.keys(policy).length > 0) await tell('/sandbox/policy', { attachments: policy });
  let toChoose: readonly ChosenFile[] = [];

  const start = async (token: CentreCredentials['token'] = () => Promise.resolve(agent.token)) => {
    const centre = createContactCentre({ clock: realClock, random: Math.random, newId: randomUUID, log: () => undefined });
    const desk = await openDesk({
      clock: realClock, centre,
      workFile: () => ({ durable: true, ...secretFile(join(folder, 'work'), cipher) }),
      fileStore: () => sealedFiles(join(folder, 'files'), cipher),
      outsideFiles: { choose: () => Promise.resolve(toChoose), chooseTarget: () => Promise.resolve(null) },
    });
    desks.push(desk);
    const wait = (holds: () => boolean | Promise<boolean>): Promise<void> => until(desk, holds, () => JSON.stringify({ ...desk.view(), templates: null }));
    desk.signInWith({ baseUrl: line.url, token }, Promise.resolve());
    await wait(() => desk.view().connection.state === 'live' && desk.view().agent !== null);
    const tray = (): readonly TrayFileView[] => Object.values(desk.view().open?.tray ?? {}).sort((a, b) => a.order - b.order);
    return { desk, centre, wait, tray, states: () => tray().map(({ course }) => course.state) };
  };
  type Run = Awaited<ReturnType<typeof start>>;
  const attach = (run: Run, taskId: string, ...files: readonly ChosenFile[]) => {
    toChoose = files;
    return run.desk.command('attachment.pick', { taskId });
  };
  const chatting = async (token?: CentreCredentials['token']) => {
    const run = await start(token);
    await run.desk.command('agent.setStatus', { status: { kind: 'available' } });
    await tell('/v2/tasks', { origin: { id: 'urn:mbid:1', name: 'Melissa', number: '+31612345678' }, channelType: 'social', channel: 'appleMessages', channelParams: { type: 'text', message: { aliasId: randomUUID(), text: 'Hello', timestamp: 1 } } });
    await run.wait(() => Object.values(run.desk.view().tasks)[0]?.phase.name === 'offered');
    const taskId = Object.keys(run.desk.view().tasks)[0] ?? '';
    await run.desk.command('task.accept', { taskId });
    await run.wait(() => run.desk.view().open !== null);
    return { ...run, taskId };
  };
  interface Sent { readonly channelParams: { readonly type: string; readonly message: { readonly text: string; readonly attachments?: readonly { readonly fileName: string; readonly mimeType: string; readonly fileUrl: string; readonly size: number }[] } } }
  const received = async (taskId: string): Promise<readonly Sent['channelParams'][]> => {
    const { data } = (await tell(`/v2/tasks/${taskId}/messages?limit=200`, undefined, 'GET')) as { readonly data: readonly (Sent & { readonly senderType: string })[] };
    return data.filter(({ senderType }) => senderType === 'agent').map(({ channelParams }) => channelParams);
  };
  const bytesAt = async (address: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(new URL(address, sandbox.url).pathname.replace(/^/, sandbox.url), { headers: { authorization: `Bearer ${agent.token}` } })).arrayBuffer());
  const isThere = async (address: string): Promise<boolean> =>
    (await fetch(`${sandbox.url}${address}`, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0', authorization: `Bearer ${agent.token}` } })).ok;
  return { isThere, sandbox, agent, line, folder, tell, start, chatting, attach, received, bytesAt };
}

/** So many bytes, no two stretches of which are the same. */
export function big(size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * 31 + (index >> 9)) % 256;
  return bytes;
}
