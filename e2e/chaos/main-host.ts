// Parley's main without a window, as a process of its own that can be killed and stopped for real: the composition root of
// src-main/main.ts with the same rooms, driven over the process channel instead of Electron's.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runCommand } from '../../src-main/bridge/bridge.ts';
import { createPublisher, type Publisher } from '../../src-main/bridge/publisher.ts';
import { createConnections, type Connections } from '../../src-main/centre/connections.ts';
import { createContactCentre } from '../../src-main/centre/index.ts';
import { createDesk, type Desk } from '../../src-main/desk/desk.ts';
import { memoryFiles } from '../../src-main/desk/file-store.ts';
import type { WorkFile } from '../../src-main/desk/work.ts';
import { createMasker } from '../../src-main/masking/index.ts';
import { keyCipher, type Cipher } from '../../src-main/settings/cipher.ts';
import { secretFile } from '../../src-main/settings/secret-file.ts';
import { pacedClock } from './pace.ts';
import { seededChance } from './random.ts';
import type { KillPoint } from './steps.ts';
import type { FromMain, Opening, ToMain, Truth } from './wire.ts';

interface Running {
  readonly desk: Desk;
  readonly publisher: Publisher;
  readonly signIn: () => void;
  readonly stopWatching: () => void;
}

const tell = (message: FromMain): void => { process.send?.(message); };

let killPoint: KillPoint | null = null;
/** The process is gone when this returns, if it was asked to go here. */
const reached = (point: KillPoint): void => {
  if (killPoint === point) process.kill(process.pid, 'SIGKILL');
};

const wanted = new Map<number, (token: string | null) => void>();
let asked = 0;
const askToken = (refused?: string): Promise<string | null> => {
  asked += 1;
  const id = asked;
  const answer = new Promise<string | null>((resolve) => { wanted.set(id, resolve); });
  tell({ type: 'wantToken', id, refused: refused ?? null });
  return answer;
};

/** The file of the agent's work, with the places where a kill can be asked for around the write of a new message. */
function workFile(folder: string, owner: string): WorkFile {
  const known = new Set<string>();
  let isSend = false;
  const cipher = keyCipher(Buffer.alloc(32, 7).toString('base64'));
  if (cipher === null) throw new Error('32 bytes are a key.');
  const watched: Cipher = {
    ...cipher,
    encrypt: (clear) => {
      // The half file is open and empty now.
      if (isSend) reached('duringSave');
      return cipher.encrypt(clear);
    },
  };
  const file = secretFile(join(folder, 'work', createHash('sha256').update(owner).digest('hex').slice(0, 32)), watched);
  return {
    durable: true,
    read: file.read,
    write: async (content) => {
      const ids = (content as { readonly outbox: readonly { readonly aliasId: string }[] }).outbox.map(({ aliasId }) => aliasId);
      isSend = ids.some((id) => !known.has(id));
      for (const id of ids) known.add(id);
      const mine = isSend;
      if (mine) reached('beforeSave');
      await file.write(content);
      if (mine) reached('afterSave');
    },
  };
}

const POSTED_AFTER = 3;

/** The client's own, with the places where a kill can be asked for around the request of a send. */
const watched = ({ fetch: send, renew }: Connections): Connections => ({ renew, fetch: async (input, init) => {
  const isSend = init?.method === 'POST' && typeof input === 'string' && input.endsWith('/messages');
  if (!isSend) return send(input, init);
  reached('beforePost');
  const answer = send(input, init);
  if (killPoint === 'posted') setTimeout(() => { reached('posted'); }, POSTED_AFTER);
  const response = await answer;
  reached('answered');
  if (killPoint === 'afterAnswer') setTimeout(() => { reached('afterAnswer'); }, 1);
  return response;
} });

async function open({ folder, baseUrl, pace, seed }: Opening): Promise<Running> {
  const clock = pacedClock(pace);
  const { next: random } = seededChance(seed);
  const environment = { clock, random, newId: randomUUID };
  const desk = await createDesk({
    ...environment,
    centre: createContactCentre({ ...environment, log: () => undefined, connections: watched(createConnections()) }),
    outsideFiles: { choose: () => Promise.resolve([]), chooseTarget: () => Promise.resolve(null) },
    openAddress: () => Promise.resolve(false),
    door: { open: () => Promise.reject(new Error('Nobody signs in through the browser here.')) },
    preferences: { remembered: () => null, remember: () => undefined, setAppearance: () => undefined },
    masker: createMasker({ regions: ['US', 'GB', 'NL', 'DE', 'FR'] }),
    workFile: (owner) => workFile(folder, owner),
    fileStore: memoryFiles,
    app: { version: '0', electronVersion: '0', platform: 'linux', locale: 'en', theme: 'system', contrast: 'system' },
    report: (error) => { tell({ type: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }); },
  });
  const publisher = createPublisher(desk.view, (patch) => { tell({ type: 'patch', patch }); }, clock);
  return {
    desk, publisher,
    signIn: () => { desk.signInWith({ baseUrl, token: askToken }, Promise.resolve()); },
    stopWatching: desk.subscribe(publisher.changed),
  };
}

const truthOf = (desk: Desk): Truth => ({
  view: desk.view(),
  outbox: Object.values(desk.state().outbox).map(({ taskId, content, delivery }) => ({ taskId, text: content.text.text, state: delivery.state })),
});

/** Being put together, or at work: what is asked meanwhile is answered when it is. */
let opened: Promise<Running> | null = null;

async function take(message: ToMain): Promise<void> {
  switch (message.type) {
    case 'open':
      killPoint = null;
      opened = open(message.opening);
      await opened;
      tell({ type: 'opened' });
      return;
    case 'token':
      wanted.get(message.id)?.(message.token);
      wanted.delete(message.id);
      return;
    case 'killAt':
      killPoint = message.point;
      return;
    default:
  }
  if (opened === null) return;
  const { desk, publisher, signIn, stopWatching } = await opened;
  switch (message.type) {
    case 'signIn':
      signIn();
      return;
    case 'wake':
      desk.wake();
      return;
    case 'command':
      tell({ type: 'answer', id: message.id, value: await runCommand(desk, { name: message.name, args: message.args }, () => undefined) });
      return;
    case 'snapshot':
      tell({ type: 'snapshot', id: message.id, snapshot: publisher.snapshot() });
      return;
    case 'truth':
      tell({ type: 'truth', id: message.id, truth: truthOf(desk) });
      return;
    case 'close':
      opened = null;
      stopWatching();
      publisher.stop();
      await desk.close();
      tell({ type: 'closed' });
  }
}

const bug = (error: unknown): void => { tell({ type: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }); };
process.on('uncaughtException', bug);
process.on('unhandledRejection', bug);
process.on('disconnect', () => { process.exit(0); });
process.on('message', (message: ToMain) => { take(message).catch(bug); });
tell({ type: 'ready' });
