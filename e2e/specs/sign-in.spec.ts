// S22: the first start, as a new agent meets it.
import { expect, test } from '../fixtures/app.ts';
import { signInAt, takeBrowser } from '../pages/sign-in.ts';

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
