// The languages: chosen at once, from right to left where they are read so, and nothing cut off where they are longer than English.
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook, violationsOf } from '../fixtures/axe.ts';
import { clippedTexts } from '../fixtures/clipped.ts';
import { pseudoApp } from '../fixtures/pseudo.ts';
import { openChat } from '../pages/customer.ts';
import { openSettings } from '../pages/settings.ts';
import { templatesOf } from '../pages/templates.ts';
import { workspaceOf } from '../pages/workspace.ts';

const sizes = [{ width: 1280, height: 800 }, { width: 500, height: 500 }] as const;

async function resize(electronApp: ElectronApplication, page: Page, { width, height }: (typeof sizes)[number]): Promise<void> {
  await electronApp.evaluate(({ BrowserWindow }, to) => { BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height); }, { width, height });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

const speak = async (page: Page, locale: string): Promise<void> => {
  await page.evaluate((wanted) => window.parley.command('settings.set', { locale: wanted }), locale);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
};

/** The horizontal middle of what is found. */
async function middleOf(found: Locator): Promise<number> {
  const box = await found.boundingBox();
  if (box === null) throw new Error('nothing is shown there');
  return box.x + box.width / 2;
}

test('S20 every language is offered by its own name and spoken at once; Arabic runs from right to left, and axe finds nothing', async ({ electronApp, page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Call me on +447966197542 please');
  await desk.accept('Melissa Jansen');
  await desk.send('One moment');
  await melissa.say('متى يأتي الفني؟');
  await expect(desk.bubble('متى يأتي الفني؟')).toBeVisible();

  await openSettings(page, 'Language');
  const choice = page.getByLabel('Display language');
  await expect(choice.getByRole('option')).toHaveText(['English', 'Nederlands', 'Deutsch', 'Français', 'Español', 'العربية']);
  for (const [language, heading] of [['Deutsch', 'Sprache'], ['Français', 'Langue'], ['Español', 'Idioma'], ['العربية', 'اللغة']] as const) {
    // By what it offers: its own name changes with it.
    await page.getByRole('main').getByRole('combobox').filter({ hasText: 'Deutsch' }).selectOption(language);
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  const root = page.locator('html');
  await expect(root).toHaveAttribute('dir', 'rtl');
  expect(await violationsOf(page), 'settings').toEqual([]);
  await page.keyboard.press('Escape');

  const list = page.getByRole('navigation', { name: 'قائمة المهام' });
  const conversation = page.getByRole('main', { name: 'المحادثة' });
  await expect(conversation).toBeVisible();
  expect(await middleOf(list), 'the task list is at the right').toBeGreaterThan(await middleOf(conversation));
  const own = await middleOf(conversation.getByText('One moment', { exact: true }));
  const theirs = await middleOf(conversation.getByText('متى يأتي الفني؟', { exact: true }));
  expect(own, 'own messages are at the left, where lines end').toBeLessThan(theirs);
  // An English message keeps its direction, and a hidden number in it too: its plus sign stays in front.
  const english = conversation.getByText(/^Call me on/);
  expect(await english.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  expect(await english.locator('.masked').evaluate((masked) => {
    const value = masked.querySelector('bdi:not(.masked-kind)');
    return value === null ? 'none' : getComputedStyle(value).direction;
  })).toBe('ltr');
  // What stands in an empty message box is in the agent's language.
  const box = conversation.getByRole('textbox', { name: 'الرسالة' });
  expect(await box.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  // English words that do not fit into their row end in the ellipsis at their own end, after ours too.
  await box.fill('A line of English that is longer than a row of the task list has room for');
  await box.press('Enter');
  const preview = list.locator('.task-preview');
  await expect(preview).toHaveText(/^أنت: A line of English/);
  expect(await preview.locator('bdi').evaluate((words) => {
    const { direction, textOverflow } = getComputedStyle(words);
    return { direction, textOverflow, shortened: words.scrollWidth > words.clientWidth };
  })).toEqual({ direction: 'ltr', textOverflow: 'ellipsis', shortened: true });
  // What points forward points to the left.
  const send = conversation.getByRole('button', { name: 'إرسال', exact: true });
  expect(await send.locator('svg').evaluate((icon) => getComputedStyle(icon).scale)).toBe('-1 1');
  expect(await violationsInEveryLook(page), 'conversation').toEqual([]);
  for (const size of sizes) {
    await resize(electronApp, page, size);
    expect(await clippedTexts(page), String(size.width)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test('S20 German and a language 40 % longer than English are cut off nowhere, in the usual and in the smallest window', async ({ launch, sandbox }) => {
  const pseudo = await pseudoApp();
  try {
    const { electronApp, page } = await launch({ folder: pseudo.folder });
    const desk = workspaceOf(page);
    const look = async (where: string): Promise<void> => {
      // French is where the longer language is.
      for (const language of ['de', 'fr']) {
        await speak(page, language);
        for (const size of sizes) {
          await resize(electronApp, page, size);
          expect.soft(await clippedTexts(page), `${where}, ${language}, ${String(size.width)}`).toEqual([]);
        }
      }
      await speak(page, 'en');
      await resize(electronApp, page, sizes[0]);
    };
    await desk.ready();
    // The measure itself: a text that is squeezed is found.
    const squeeze = (width: string): Promise<void> => desk.taskList.getByRole('heading').first().evaluate((heading, to) => { heading.style.width = to; heading.style.overflow = to === '' ? '' : 'hidden'; }, width);
    await squeeze('20px');
    expect(await clippedTexts(page)).not.toEqual([]);
    await squeeze('');
    await look('nothing open');
    await desk.goAvailable();
    const melissa = await openChat(sandbox, 'My number is +447966197542');
    await expect(desk.offer('Melissa Jansen')).toBeVisible();
    await look('request');
    await desk.accept('Melissa Jansen');
    await desk.send('Good morning');
    await melissa.say('Bye');
    await expect(desk.bubble('Bye')).toBeVisible();
    await look('conversation');
    const templates = templatesOf(desk);
    await templates.find('visit', 'Technician visit');
    await templates.preview.getByText('Adjust').click();
    await look('templates');
    await page.keyboard.press('Escape');
    await desk.composer.fill('');
    await desk.conversation.getByRole('button', { name: 'Transfer' }).click();
    await expect(page.getByRole('dialog', { name: 'Transfer request' })).toBeVisible();
    await look('transfer');
    await page.keyboard.press('Escape');
    await desk.end();
    await look('wrap-up');
    await desk.wrapUp('Other');
    for (const section of ['Notifications', 'Shortcuts']) {
      await openSettings(page, section);
      await look(section);
      await page.keyboard.press('Escape');
    }
  } finally {
    await pseudo.remove();
  }
});
