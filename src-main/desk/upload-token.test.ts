// A token that ends in the middle of an upload: it goes on with the next one, nothing lost and nothing doubled.
import { afterEach, expect, test } from 'vitest';
import { signIn, type Tokens } from '../centre/oauth.ts';
import { realClock } from '../centre/test-rig.ts';
import { keepTokens } from '../centre/token-keeper.ts';
import { big, chosen, closeAll, place } from './files-rig.ts';

afterEach(closeAll);

/** An agent who signed in by browser and has a file half-way up when the contact centre refuses the token `times` times. */
async function halfWay(times: number) {
  const at = await place();
  const { sandbox, agent, tell, chatting, attach } = at;
  const parts = {
    baseUrl: sandbox.url, clientId: 'parley', clock: realClock, signal: new AbortController().signal,
    openBrowser: (address: string) => {
      void fetch(`${address}&agent=${agent.id}`).then((response) => response.text());
      return Promise.resolve(true);
    },
  };
  const refreshed: (Tokens | null)[] = [];
  const keeper = async () => {
    const tokens = await signIn(parts);
    if (!tokens.ok) throw new Error(tokens.failure.code);
    return keepTokens({ ...parts, tokens: tokens.value, onChange: (changed) => { refreshed.push(changed); } });
  };
  const run = await chatting(await keeper());
  const bytes = big(4_000_000);
  const fault = (more: object): Promise<unknown> => tell('/sandbox/faults', { target: 'rest', ...more });
  await fault({ kind: 'delay', ms: 1, path: '/v2/attachments', method: 'PATCH', count: 2 });
  await fault({ kind: 'refuse', status: 401, path: '/v2/attachments', method: 'PATCH', count: times });
  const send = async (): Promise<void> => {
    await attach(run, run.taskId, chosen('manual.pdf', bytes));
    await run.desk.command('conversation.send', { taskId: run.taskId, text: 'Here it is' });
  };
  const arrived = async (): Promise<void> => {
    await run.wait(async () => (await at.received(run.taskId)).length > 0 && Object.keys(run.desk.state().outbox).length === 0);
    const sent = await at.received(run.taskId);
    expect(sent).toHaveLength(1);
    expect((await at.bytesAt(sent[0]?.message.attachments?.[0]?.fileUrl ?? '')).equals(bytes)).toBe(true);
    expect(at.line.begun(), 'the upload was never begun anew').toBe(1);
  };
  return { ...at, run, fault, keeper, refreshed, send, arrived };
}

test('the token is refreshed and the upload goes on with the piece that was refused', async () => {
  const { send, arrived, refreshed, run } = await halfWay(1);
  await send();
  await arrived();
  expect(refreshed).toHaveLength(1);
  expect(run.desk.view().session.step).toBe('signedIn');
});

test('while the token cannot be refreshed the upload waits, and goes on when it can', async () => {
  // Refused once more after the pause: by then it can be.
  const { send, arrived, refreshed, fault } = await halfWay(2);
  await fault({ kind: 'drop', when: 'before', path: '/v1/access_token', count: 1 });
  await send();
  await arrived();
  expect(refreshed).toHaveLength(1);
});

test('a token that is worthless for good ends the session; after the next sign-in the upload goes on where it was', async () => {
  const { send, arrived, keeper, run, line } = await halfWay(2);
  await send();
  await run.wait(() => run.desk.view().session.step === 'signedOut');
  expect(run.desk.view().session).toMatchObject({ failure: { code: 'tokenRefused' } });
  run.desk.signInWith({ baseUrl: line.url, token: await keeper() }, Promise.resolve());
  await arrived();
});
