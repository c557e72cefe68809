// S7 S20: misspelled words are found and mended by the menu of the box, by mouse and by keyboard, in the languages the agent chose.
import { expect, test } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { openChat } from '../pages/customer.ts';
import { openSettings } from '../pages/settings.ts';
import { chooseIn, clickOn, farthestOff, keepMenus, menuOf } from '../pages/text-menu.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S7 S20 a misspelled word is mended from the menu, by mouse and keyboard; own words, another language, and off', async ({ app, page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await keepMenus(app);
  const labels = async (open: () => Promise<void>): Promise<readonly string[]> => (await menuOf(app, open)).map(({ label }) => label);
  const onWord = (word: string) => labels(() => clickOn(desk.composer, word));
  const edits = ['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select All'];

  const lines = page.locator('.spelling-lines mark');
  // Figures, blanks, signs and emoji in front and behind: an engine's own checker has hung on them.
  for (const text of ['06 12 34 ', ' the parcle ', ':smile parcle', '"parcle" 👍 ']) {
    await desk.composer.fill('');
    await desk.composer.pressSequentially(text);
    await desk.composer.press('Home');
    await expect(lines).toHaveText(text.includes('parcle') ? ['parcle'] : []);
  }
  // The names of those who write are right.
  await desk.composer.fill('Regrds from Sanne de Vries to Melissa Jansen ');
  await expect(lines).toHaveText(['Regrds']);
  await desk.composer.fill('');
  await desk.composer.pressSequentially('Your parcle will arive ');
  await expect(lines).toHaveText(['parcle', 'arive']);
  // Each line lies under its own word.
  expect(await farthestOff(desk.composer, lines)).toBeLessThan(1.5);
  await expect.poll(() => onWord('parcle')).toEqual(expect.arrayContaining(['parcel', 'Add to Dictionary', ...edits]));
  await chooseIn(app, 'parcel');
  await expect(desk.composer).toHaveValue('Your parcel will arive ');
  await expect(lines).toHaveText(['arive']);
  await expect.poll(async () => (await page.evaluate(() => window.parley.snapshot())).view.open?.draft).toBe('Your parcel will arive ');
  // By keyboard, with the cursor in the word.
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await desk.composer.press(key);
  await expect.poll(() => labels(() => desk.composer.press('Shift+F10'))).toContain('arrive');
  await chooseIn(app, 'arrive');
  await expect(desk.composer).toHaveValue('Your parcel will arrive ');

  // A word of one's own is right from then on, also in the box it stands in.
  await desk.composer.fill('Ask the flexdesk of Zwolsman at www.parcle.example ');
  await expect.poll(() => onWord('flexdesk')).toContain('Add to Dictionary');
  await chooseIn(app, 'Add to Dictionary');
  await expect.poll(() => onWord('flexdesk')).toEqual(edits);
  // Addresses are left alone.
  expect(await onWord('parcle')).toEqual(edits);

  // Dutch beside English, chosen by keyboard; the word of one's own taken away again.
  await openSettings(page, 'Language');
  await page.getByRole('button', { name: 'Check in: English (United States)' }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Nederlands' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Check in: English (United States), Nederlands' })).toBeFocused();
  await page.getByRole('button', { name: 'Show your words' }).press('Enter');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove flexdesk' }).press('Enter');
  await expect(page.getByText('There are no words of yours.')).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Close', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(desk.composer).toBeVisible();
  await desk.composer.fill('Ask flexdesk over retourzendng of your parcel, bedankt ');
  await expect.poll(() => onWord('retourzendng')).toContain('retourzending');
  await expect.poll(() => onWord('flexdesk')).toContain('Add to Dictionary');
  expect(await onWord('bedankt')).toEqual(edits);
  // Off, nothing is marked.
  await page.evaluate(() => window.parley.command('settings.set', { spelling: false }));
  await expect(lines).toHaveCount(0);
  await expect.poll(() => onWord('retourzendng')).toEqual(edits);
  // Words of the conversation are copied as they are shown.
  await desk.bubble('Hello').dblclick();
  expect(await labels(() => desk.bubble('Hello').click({ button: 'right' }))).toEqual(['Copy']);
});
