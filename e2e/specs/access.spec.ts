// S19: every screen of an agent's day without an accessibility violation, in every look, at every size, and by keyboard alone.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { clippedTexts } from '../fixtures/clipped.ts';
import { stopOf, stopsOf, tabTo } from '../fixtures/focus.ts';
import { lostWhenSmall, setWindow } from '../fixtures/reflow.ts';
import { openChat } from '../pages/customer.ts';
import { walkScreens } from '../pages/screens.ts';
import { signInAt, takeBrowser } from '../pages/sign-in.ts';
import { workspaceOf } from '../pages/workspace.ts';

test.use({ agent: 'none' });

const softly = expect.configure({ soft: true });

test('S19 axe finds nothing on any screen, in light, dark and forced colours', async ({ launch, sandbox }) => {
  const app = await launch({ env: { PARLEY_CONTACT_CENTRE: sandbox.url } });
  const { page } = app;
  await walkScreens(app, sandbox, async (screen) => {
    expect.soft(await violationsInEveryLook(page), screen).toEqual([]);
  });
});

/** The smallest window; the usual one at 200 %; and as much as 400 % leaves of 1,280 pixels, which WCAG 1.4.10 asks for. */
const smallSizes = [{ width: 500, height: 500, zoom: 1 }, { width: 1280, height: 800, zoom: 2 }, { width: 640, height: 1024, zoom: 2 }] as const;

test('S19 the smallest window and 200 % lose nothing on any screen', async ({ launch, sandbox }) => {
  const app = await launch({ env: { PARLEY_CONTACT_CENTRE: sandbox.url } });
  const { page, electronApp } = app;
  await walkScreens(app, sandbox, async (screen) => {
    for (const size of smallSizes) {
      await setWindow(electronApp, page, size);
      const where = `${screen}, ${Object.values(size).join(' ')}`;
      // What is open finds its place a moment after the window has its size.
      await softly.poll(() => lostWhenSmall(page), where).toEqual([]);
      await softly.poll(() => clippedTexts(page), where).toEqual([]);
    }
    await setWindow(electronApp, page, { width: 1280, height: 800, zoom: 1 });
  });
});

test('S19 from sign-in to wrap-up with the keyboard alone', async ({ launch, sandbox }) => {
  const { page, electronApp } = await launch({ env: { PARLEY_CONTACT_CENTRE: sandbox.url } });
  const desk = workspaceOf(page);
  const openedAddress = await takeBrowser(electronApp);
  await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
  await tabTo(page, /Local sandbox/);
  await tabTo(page, /^Continue$/);
  await page.keyboard.press('Enter');
  // The system's browser is not Parley's.
  await signInAt(await openedAddress(), 'Sanne de Vries');
  await expect(page.getByRole('heading', { name: 'Welcome, Sanne de Vries' })).toBeVisible();
  await tabTo(page, /^Dial number/);
  await page.keyboard.type('+31 85 555 01 60');
  await page.keyboard.press('Enter');
  await desk.ready();
  await tabTo(page, /Status:/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Avail');
  await page.keyboard.press('Enter');
  await expect(desk.statusButton).toHaveAccessibleName('Status: Available');
  await openChat(sandbox, 'Hello');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await tabTo(page, /^Accept request/);
  await page.keyboard.press('Enter');
  await expect(desk.composer).toBeFocused();
  await page.keyboard.type('Good morning');
  await page.keyboard.press('Enter');
  await expect(desk.bubble('Good morning')).toBeVisible();
  await tabTo(page, /^End$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await tabTo(page, /^End$/);
  await page.keyboard.press('Enter');
  await expect(desk.wrapUpDialog).toBeVisible();
  await page.keyboard.type('Other');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(desk.wrapUpDialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'No conversation open' }), 'the focus is not lost with the conversation').toBeFocused();
});

test.describe('an agent in a conversation', () => {
  test.use({ agent: 0 });

  test('S19 the focus goes in the order of the window, is seen at every stop also in forced colours, and comes back from what is closed', async ({ page, sandbox }) => {
    const desk = workspaceOf(page);
    await desk.ready();
    await desk.goAvailable();
    await openChat(sandbox, 'Hello');
    await desk.accept('Melissa Jansen');
    await page.emulateMedia({ forcedColors: 'active' });
    const stops = await stopsOf(page);
    expect(stops.filter(({ isSeen }) => !isSeen), 'stops that cannot be seen').toEqual([]);
    // From the compose box on, round by the top bar: one step back at most.
    const regions = stops.map(({ region }) => region);
    expect(regions.filter((region, index) => index > 0 && region < (regions[index - 1] ?? 0)).length, regions.join(' ')).toBeLessThanOrEqual(1);

    const { conversation } = desk;
    for (const [trigger, opened] of [
      [desk.statusButton, page.getByRole('menu')],
      [page.getByRole('button', { name: /^Notifications/ }), page.getByText('Nothing new.')],
      [page.getByRole('button', { name: /^Account:/ }), page.getByRole('menu')],
      [conversation.getByRole('button', { name: 'Transfer', exact: true }), page.getByRole('dialog')],
      [conversation.getByRole('button', { name: 'Conference', exact: true }), page.getByRole('dialog')],
      [conversation.getByRole('button', { name: 'End', exact: true }), page.getByRole('alertdialog')],
    ] as const) {
      await trigger.press('Enter');
      await expect(opened).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(opened).toBeHidden();
      await expect(trigger).toBeFocused();
    }
    const account = page.getByRole('button', { name: /^Account:/ });
    await account.press('Enter');
    await page.getByRole('menuitem', { name: 'About Parley' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(account).toBeFocused();
    for (const key of ['Control+k', 'F1']) {
      await desk.composer.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(desk.composer, key).toBeFocused();
    }
    // What is chosen for the text leads back to the text.
    for (const name of ['Templates (/)', 'Emoji']) {
      await conversation.getByRole('button', { name, exact: true }).press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await stopOf(page), name).not.toBeNull();
    }
  });
});
