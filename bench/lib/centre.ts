// The contact centre of a measurement: the sandbox in its own process, with chats of a known length that the agent has accepted.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../e2e/fixtures/sandbox.ts';
import { startApp } from './app.ts';
import type { DevTools } from './devtools.ts';

export interface Centre {
  readonly sandbox: Sandbox;
  /** What signs Parley in. */
  readonly env: Readonly<Record<string, string>>;
  /** The agent's chats, in the order they were accepted. */
  readonly taskIds: readonly string[];
  close(): Promise<void>;
}

const acceptLimitMs = 60_000;

/** Opens `chats` chats with `messages` messages each, numbered lines or everything a customer sends, and lets an agent accept them all, who is signed in and then gone. */
export async function openCentre(chats: number, messages: number, { historyKind = 'numbered', templateCount = null }: { readonly historyKind?: 'numbered' | 'mixed'; readonly templateCount?: number | null } = {}): Promise<Centre> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-scenario-'));
  const file = join(folder, 'scenario.json');
  await writeFile(file, JSON.stringify({
    // No colleagues, who would answer the requests first.
    organisation: { agents: [{ name: 'Sanne de Vries', team: 'Service NL' }], ...(templateCount !== null && { templateCount }) },
    settings: { capacity: chats, reserveMs: 0, ronaTimeoutMs: 3_600_000, disconnectIdleMs: 3_600_000 },
    tasks: Array.from({ length: chats }, (_, index) => ({ customer: `Customer ${String(index + 1)}`, number: `+3161234${String(1000 + index)}`, history: messages, historyKind })),
  }));
  const sandbox = await startSandbox(['--seed', '1', '--scenario', file]);
  const close = async (): Promise<void> => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [agent] = sandbox.agents;
    if (agent === undefined) throw new Error('the sandbox has no agent');
    const env = { PARLEY_CONTACT_CENTRE: sandbox.url, PARLEY_ACCESS_TOKEN: agent.token };
    const app = await startApp('parley', env);
    try {
      return { sandbox, env, close, taskIds: await acceptAll(app.page, chats) };
    } finally {
      await app.close();
    }
  } catch (error) {
    await close();
    throw error;
  }
}

/** Goes Available and accepts each request as it comes. Runs in the page, through the very commands its buttons use. */
async function acceptAll(page: DevTools, chats: number): Promise<string[]> {
  return page.evaluate<string[]>(`(async () => {
    const deadline = performance.now() + ${String(acceptLimitMs)};
    const view = async () => (await window.parley.snapshot()).view;
    const until = async (what, condition) => {
      for (;;) {
        const now = await view();
        if (condition(now)) return now;
        if (performance.now() > deadline) throw new Error('still waiting: ' + what);
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    await until('sign-in', ({ agent, connection }) => agent !== null && connection.state === 'live');
    await window.parley.command('agent.setStatus', { status: { kind: 'available' } });
    const accepted = [];
    while (accepted.length < ${String(chats)}) {
      const { tasks } = await until('a request', ({ tasks }) => Object.values(tasks).some(({ phase }) => phase.name === 'offered'));
      for (const { taskId, phase } of Object.values(tasks)) {
        if (phase.name !== 'offered') continue;
        const result = await window.parley.command('task.accept', { taskId });
        if (!result.ok) throw new Error('not accepted: ' + JSON.stringify(result.failure));
        accepted.push(taskId);
      }
    }
    await until('every chat', ({ tasks }) => Object.values(tasks).filter(({ phase }) => phase.name === 'connected').length === ${String(chats)});
    return accepted;
  })()`);
}

/** Waits until the session is live and its chats are there. */
export const untilLive = (page: DevTools, chats: number): Promise<void> =>
  page.evaluate<undefined>(`(async () => {
    for (const deadline = performance.now() + ${String(acceptLimitMs)}; performance.now() < deadline; await new Promise((done) => setTimeout(done, 50))) {
      const { view } = await window.parley.snapshot();
      if (view.connection.state === 'live' && Object.keys(view.tasks).length >= ${String(chats)}) return;
    }
    throw new Error('the session is not live');
  })()`);

/** Opens a chat and waits for its latest messages. */
export const openChat = (page: DevTools, taskId: string): Promise<void> =>
  page.evaluate<undefined>(`(async () => {
    const taskId = ${JSON.stringify(taskId)};
    await window.parley.command('conversation.open', { taskId });
    for (const deadline = performance.now() + ${String(acceptLimitMs)}; performance.now() < deadline; await new Promise((done) => setTimeout(done, 20))) {
      const { open } = (await window.parley.snapshot()).view;
      if (open?.taskId === taskId && Object.keys(open.items).length > 0) return;
    }
    throw new Error('the chat has not opened');
  })()`);

/** Opens a chat and loads its messages back to the first one. Resolves to how many are loaded. */
export async function loadWhole(page: DevTools, taskId: string): Promise<number> {
  await openChat(page, taskId);
  return page.evaluate<number>(`(async () => {
    const taskId = ${JSON.stringify(taskId)};
    for (;;) {
      const { open } = (await window.parley.snapshot()).view;
      if (open?.taskId !== taskId) throw new Error('the chat is not open');
      if (!open.hasEarlier) return Object.values(open.items).filter(({ kind }) => kind === 'message').length;
      if (open.loadingEarlier) await new Promise((done) => setTimeout(done, 20));
      else await window.parley.command('conversation.loadEarlier', { taskId });
    }
  })()`);
}
