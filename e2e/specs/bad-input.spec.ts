// What is wrong outside: each gets a clear message or is counted and ignored, and nothing the agent has is lost.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures/app.ts';
import { startAgain } from '../fixtures/launch.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('a refused token says so and leads back to sign-in', async ({ launch, sandbox }) => {
  const { page } = await launch({ agent: 'none', env: { PARLEY_CONTACT_CENTRE: sandbox.url, PARLEY_ACCESS_TOKEN: `wrong_token_${sandbox.orgId}` } });
  await expect(page.getByText('Your sign-in is no longer accepted. Sign in again.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
});

test('a contact centre that is not there is told, and the window stays usable', async ({ launch, sandbox }) => {
  const { page } = await launch({ agent: 'none', env: { PARLEY_CONTACT_CENTRE: 'http://127.0.0.1:9', PARLEY_ACCESS_TOKEN: `a_b_${sandbox.orgId}` } });
  await expect(page.getByText('The contact centre could not be reached. Check your network connection and try again.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
});

test('an address that answers with something else is told', async ({ launch, sandbox }) => {
  const server = createServer((_request, response) => response.end('<html>A printer</html>')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { page } = await launch({ agent: 'none', env: { PARLEY_CONTACT_CENTRE: `http://127.0.0.1:${String(port)}`, PARLEY_ACCESS_TOKEN: `a_b_${sandbox.orgId}` } });
  await expect(page.getByText('The address answered, but not as a contact centre does.', { exact: false })).toBeVisible({ timeout: 30_000 });
  server.close();
});

test('garbage and unknown frames are ignored; the chat goes on', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.composer.fill('half a sentence');
  await sandbox.request('POST', '/sandbox/faults', { target: 'socket', kind: 'garbage', count: 20 });
  await melissa.say('Are you still there?');
  await expect(desk.bubble('Are you still there?')).toBeVisible();
  await expect(desk.composer).toHaveValue('half a sentence');
});

test('a second start brings the first window forward and ends', async ({ app }) => {
  const desk = workspaceOf(app.page);
  await desk.ready();
  await app.electronApp.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.hide(); });
  const second = startAgain(app.userDataDir);
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect.poll(() => app.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
  await expect(desk.statusButton).toBeVisible();
});

test('too long a message keeps all its text and says by how much', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.composer.fill('x'.repeat(10_003));
  await expect(page.getByText('3 characters over the limit')).toBeVisible();
  await desk.composer.press('Enter');
  await expect(desk.composer).toHaveValue('x'.repeat(10_003));
  await desk.composer.fill('x'.repeat(10_000));
  await desk.composer.press('Enter');
  await expect(desk.composer).toHaveValue('');
});
