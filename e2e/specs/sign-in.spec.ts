// S22: the first start, as a new agent meets it.
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';

/** Stands in for the system browser: main asks for an address to be opened, and the test opens it. */
async function takeBrowser(electronApp: ElectronApplication): Promise<() => Promise<string>> {
  await electronApp.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, {
      openExternal: (address: string) => {
        opened.push(address);
        return Promise.resolve();
      },
    });
  });
  return async () => {
    await expect.poll(() => electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.length), { timeout: 20_000 }).toBeGreaterThan(0);
    return electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.at(-1) ?? '');
  };
}

/** Chooses an agent on the sandbox's sign-in page and follows the redirects back to the app. */
async function signInAt(address: string, agentName: string): Promise<string> {
  const chooser = await (await fetch(address)).text();
  const links = [...chooser.matchAll(/href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  const link = links.find(([, , label]) => label?.includes(agentName))?.[1];
  if (!link) throw new Error(`no link for ${agentName} on the sign-in page:\n${chooser}`);
  const answer = await fetch(new URL(link.replaceAll('&amp;', '&'), address));
  return answer.text();
}

test.use({ agent: 'none' });

test('S22 the local sandbox: browser sign-in, team, workspace; the choices are remembered', async ({ launch }) => {
  const { page, electronApp } = await launch();
  const openedAddress = await takeBrowser(electronApp);
  await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
  await page.getByRole('radio', { name: /Local sandbox/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const answer = await signInAt(await openedAddress(), 'Sanne de Vries');
  expect(answer).toContain('close this window');
  await expect(page.getByText('Welcome, Sanne de Vries')).toBeVisible();
  await page.getByRole('textbox', { name: 'Dial number' }).fill('+31 85 555 01 60');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: /^Status:/ })).toBeVisible();
});

test('S22 a sign-in can be cancelled while the browser is open', async ({ launch }) => {
  const { page, electronApp } = await launch();
  const openedAddress = await takeBrowser(electronApp);
  await page.getByRole('radio', { name: /Local sandbox/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await openedAddress();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
});
