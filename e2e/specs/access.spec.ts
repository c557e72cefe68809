// S19: no accessibility violations on the screens of an agent's day, light and dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Runs axe within the page; a script tag would be refused by the page's policy, as it should be. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: { exclude: string[][] }) => Promise<{ violations: Violation[] }> } };
    // The component library's announcer names elements that may be gone by now, and empties itself after some seconds.
    return (await axe.run({ exclude: [['[data-live-announcer]']] })).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`S19 the day without a violation, ${theme}`, async ({ page, electronApp, sandbox }) => {
    await electronApp.evaluate(({ nativeTheme }, source) => { nativeTheme.themeSource = source; }, theme);
    const desk = workspaceOf(page);
    await desk.ready();
    const clean = async (where: string): Promise<void> => {
      expect(await violations(page), where).toEqual([]);
    };
    await clean('idle workspace');
    await desk.statusButton.click();
    await expect(page.getByRole('menuitemradio', { name: 'Lunch' })).toBeVisible();
    await clean('status menu');
    await page.keyboard.press('Escape');
    await desk.goAvailable();
    const melissa = await openChat(sandbox, 'My number is +447966197542');
    await expect(desk.offer('Melissa Jansen')).toBeVisible();
    await clean('request');
    await desk.accept('Melissa Jansen');
    await desk.send('Thank you');
    await melissa.say('Bye');
    await expect(desk.bubble('Bye')).toBeVisible();
    await clean('conversation');
    await desk.conversation.getByRole('button', { name: 'Transfer' }).click();
    await expect(page.getByRole('dialog', { name: 'Transfer request' })).toBeVisible();
    await clean('transfer dialog');
    await page.keyboard.press('Escape');
    await desk.end();
    await clean('wrap-up dialog');
  });
}

test('S19 from sign-in to wrap-up with the keyboard alone', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const element = document.activeElement;
        return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
      });
      if (name.test(label)) return;
    }
    throw new Error(`Tab never came to ${String(name)}`);
  };
  await tabTo(/Status:/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Avail');
  await page.keyboard.press('Enter');
  await expect(desk.statusButton).toHaveAccessibleName('Status: Available');
  await openChat(sandbox, 'Hello');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await tabTo(/Accept/);
  await page.keyboard.press('Enter');
  await expect(desk.composer).toBeFocused();
  await page.keyboard.type('Good morning');
  await page.keyboard.press('Enter');
  await expect(desk.bubble('Good morning')).toBeVisible();
  await tabTo(/^ ?End/);
  await page.keyboard.press('Enter');
  await tabTo(/^ ?End$/);
  await page.keyboard.press('Enter');
  await expect(desk.wrapUpDialog).toBeVisible();
  await page.keyboard.type('Other');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(desk.wrapUpDialog).toBeHidden();
});
