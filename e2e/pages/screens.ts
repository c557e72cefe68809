// Every screen and state of an agent's day, in their order, for checks that hold on all of them.
import type { Locator } from '@playwright/test';
import { expect, type RunningApp, type Sandbox } from '../fixtures/app.ts';
import { openChat } from './customer.ts';
import { openSettings } from './settings.ts';
import { signInAt, takeBrowser } from './sign-in.ts';
import { workspaceOf } from './workspace.ts';

/** Starts at the sign-in window of an app whose local sandbox is `sandbox`; `visit` finds each screen as it is left for it. */
export async function walkScreens({ page, electronApp }: RunningApp, sandbox: Sandbox, visit: (screen: string) => Promise<void>): Promise<void> {
  const desk = workspaceOf(page);
  const openedAddress = await takeBrowser(electronApp);
  await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
  await visit('sign-in');
  await page.getByRole('radio', { name: /Webex/ }).check();
  await visit('sign-in, region');
  await page.getByRole('radio', { name: /Local sandbox/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const address = await openedAddress();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await visit('sign-in, browser');
  await signInAt(address, 'Sanne de Vries');
  await page.getByRole('textbox', { name: 'Dial number' }).fill('+31 85 555 01 60');
  await visit('sign-in, team');
  await page.getByRole('button', { name: 'Continue' }).click();
  await desk.ready();
  await visit('nothing to do');

  /** Opens something, has it visited, and leaves it with Escape. */
  const over = async (screen: string, open: () => Promise<void>, shown: Locator): Promise<void> => {
    await open();
    await expect(shown).toBeVisible();
    await visit(screen);
    await page.keyboard.press('Escape');
    await expect(shown).toBeHidden();
  };
  const account = page.getByRole('button', { name: /^Account:/ });
  const bell = page.getByRole('button', { name: /^Notifications/ });
  await over('states', () => desk.statusButton.click(), page.getByRole('menuitemradio', { name: 'Lunch' }));
  await over('account menu', () => account.click(), page.getByRole('menuitem', { name: 'About Parley' }));
  await over('about', async () => {
    await account.click();
    await page.getByRole('menuitem', { name: 'About Parley' }).click();
  }, page.getByRole('dialog'));
  await over('notification centre, empty', () => bell.click(), page.getByText('Nothing new.'));
  await over('command palette', () => page.keyboard.press('Control+k'), page.getByRole('dialog', { name: 'Search or run a command' }));
  await over('list of shortcuts', () => page.keyboard.press('F1'), page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  for (const section of ['Notifications', 'Appearance', 'Shortcuts', 'Diagnostics']) {
    await over(`settings, ${section}`, () => openSettings(page, section), page.getByRole('navigation', { name: 'Settings sections' }));
  }

  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'My number is +447966197542');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await visit('request');
  await desk.accept('Melissa Jansen');
  await desk.send('Thank you');
  const daan = await openChat(sandbox, 'Me too', { name: 'Daan Visser' });
  await desk.accept('Daan Visser');
  await melissa.say('Where are you?');
  await over('notification centre', () => bell.click(), page.getByRole('menuitem', { name: /Melissa Jansen/ }));
  await visit('conversation');
  await over('templates', () => desk.conversation.getByRole('button', { name: 'Templates (/)' }).click(), page.getByRole('dialog', { name: 'Templates' }));
  await over('emoji', () => desk.conversation.getByRole('button', { name: 'Emoji', exact: true }).click(), page.getByRole('dialog', { name: 'Emoji' }));
  for (const name of ['Transfer', 'Conference']) {
    await over(name.toLowerCase(), () => desk.conversation.getByRole('button', { name, exact: true }).click(), page.getByRole('dialog', { name: `${name} request` }));
  }
  await over('end', () => desk.conversation.getByRole('button', { name: 'End', exact: true }).click(), page.getByRole('alertdialog'));
  await daan.leave();
  await expect(desk.composer).toBeHidden();
  await visit('customer left');
  await desk.end();
  await visit('wrap-up');
  await desk.wrapUp('Other');
}
