// The page is untrusted: what it could do if it were taken over.
import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures/app.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('the page is sandboxed, isolated and under a strict policy, and breaks none of it itself', async ({ page, electronApp }) => {
  const policy = await page.evaluate(async () => (await fetch('app://bundle/index.html')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
  const preferences = await electronApp.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  expect(await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process'), Object.isFrozen(window.parley)])).toEqual(['undefined', 'undefined', true]);
  await page.evaluate(() => {
    Object.assign(window, { violations: [] as string[] });
    document.addEventListener('securitypolicyviolation', (event) => (Reflect.get(window, 'violations') as string[]).push(event.violatedDirective));
  });
  await page.reload();
  await workspaceOf(page).ready();
  expect(await page.evaluate(() => Reflect.get(window, 'violations') as unknown)).toBeUndefined();
});

test('the page cannot reach the network, other files, other windows or other places', async ({ page, electronApp, sandbox }) => {
  await workspaceOf(page).ready();
  const reach = (address: string): Promise<string> => page.evaluate((to) => fetch(to).then((answer) => String(answer.status), () => 'blocked'), address);
  expect(await reach(sandbox.url)).toBe('blocked');
  expect(await reach('https://example.com/')).toBe('blocked');
  expect(await reach('app://bundle/..%2f..%2fpackage.json')).toBe('404');
  expect(await reach('app://bundle/%2e%2e/main/index.cjs')).toBe('404');
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
  const before = page.url();
  await page.evaluate(() => { location.href = 'https://example.com/'; });
  await expect.poll(() => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then((one) => one.state))).toBe('denied');
});

test('neither tokens nor addresses of the contact centre are in the page', async ({ page, sandbox }) => {
  await workspaceOf(page).ready();
  const everything = await page.evaluate(async () => JSON.stringify(await window.parley.snapshot()) + document.documentElement.outerHTML);
  for (const agent of sandbox.agents) expect(everything).not.toContain(agent.token);
  expect(everything).not.toContain(sandbox.url);
});

test('a call that does not fit the contract is refused', async ({ page }) => {
  await workspaceOf(page).ready();
  const answers = await page.evaluate(async () => {
    const call = window.parley.command as (name: unknown, args: unknown) => Promise<unknown>;
    return Promise.all([call('task.accept', { taskId: 'x', extra: true }), call('__proto__', {}), call('conversation.send', null)]);
  });
  for (const answer of answers) expect(answer).toEqual({ ok: false, failure: { code: 'badCommand' } });
});

test('logs hold neither tokens nor what was said', async ({ app, sandbox }) => {
  await workspaceOf(app.page).ready();
  const logged = app.output() + logFile(app.userDataDir);
  for (const agent of sandbox.agents) expect(logged).not.toContain(agent.token);
});

function logFile(userDataDir: string): string {
  try {
    return readFileSync(`${userDataDir}/logs/main.log`, 'utf8');
  } catch {
    return '';
  }
}
