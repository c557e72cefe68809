// What the computer's sleep leaves behind, against the real client, proxy and contact centre: every line there was is dead
// and says nothing, new ones pass.
import { afterEach, expect, test } from 'vitest';
import { createClient, type Client } from '../../src-main/centre/test-rig.ts';
import { createSandbox, type Sandbox } from '../../src-sandbox/index.ts';
import { openProxy, type Proxy } from './proxy.ts';

/** The most that ux allows between the wake and "live", ms. */
const LIMIT_MS = 3_000;

const open: { readonly sandbox: Sandbox; readonly proxy: Proxy; readonly client: Client }[] = [];

afterEach(async () => {
  for (const { sandbox, proxy, client } of open.splice(0)) {
    client.centre.stop();
    await proxy.close();
    await sandbox.close();
  }
});

async function atWork() {
  let port = 0;
  const proxy = await openProxy({ origin: 0, speed: 1 }, () => port);
  const sandbox = await createSandbox({ seed: 7, pace: 0, publicUrl: proxy.url });
  port = Number(new URL(sandbox.url).port);
  const client = createClient();
  open.push({ sandbox, proxy, client });
  const [agent] = sandbox.info.agents;
  client.start({ baseUrl: proxy.url, token: () => Promise.resolve(agent?.token ?? '') });
  await client.event('loginNeeded');
  await client.centre.login({ teamId: agent?.teamId ?? '', dialNumber: '1000' });
  await client.event('connection', ({ connection }) => connection.state === 'live');
  return { proxy, client };
}

test('is live again within three seconds although every line of before is dead', async () => {
  const { proxy, client } = await atWork();
  const from = client.events.length;
  proxy.halfOpen('both', 0);
  const woke = performance.now();
  client.centre.wake();
  await client.event('connection', ({ connection }) => connection.state === 'lost', from);
  await client.event('connection', ({ connection }) => connection.state === 'live', from);
  expect(performance.now() - woke).toBeLessThan(LIMIT_MS);
});
