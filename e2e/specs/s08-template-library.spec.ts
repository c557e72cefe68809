// S8 A library of a thousand templates by keyboard alone: found while typing, favourites and recent ones kept, few rows drawn.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { repository } from '../fixtures/paths.ts';
import { openChat } from '../pages/customer.ts';
import { templatesOf } from '../pages/templates.ts';
import { workspaceOf } from '../pages/workspace.ts';

test.use({ sandboxArgs: ['--scenario', repository('src-sandbox/scenarios/thousand-templates.json')] });

/** More than are in sight with those above and below, far less than there are. */
const FEW = 30;

test('S8 a thousand templates by keyboard: search, filters, favourites, recent ones, the way back to the box', async ({ app, page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  const { picker, search, rows, row, preview } = templatesOf(desk);
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await expect(picker.getByRole('heading', { name: '1,000 templates' })).toBeVisible();
  await expect(picker.getByRole('grid')).toHaveAttribute('aria-rowcount', '1000');
  expect(await rows.count()).toBeLessThan(FEW);
  await page.keyboard.type('refund 4');
  await expect(picker.getByRole('heading', { name: '14 templates match “refund 4”' })).toBeVisible();
  await expect(row('Refund 4')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(row('Refund 40')).toHaveAttribute('aria-selected', 'true');
  await expect(search).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Control+d');
  await expect(row('Refund 40').getByRole('button', { name: 'Favourite: Refund 40' })).toHaveAttribute('aria-pressed', 'true');
  // What is asked for is filled in and Enter adds it; nothing of it needs the mouse.
  await page.keyboard.press('Enter');
  await expect(preview.getByRole('textbox', { name: 'order' })).toBeFocused();
  await page.keyboard.type('HV-1');
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(desk.composer).toBeFocused();
  await expect(desk.composer).toHaveValue('The refund for order HV-1 will be on your account within three working days.');

  await desk.composer.fill('');
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  // The filters come after the close button; Tab goes round within the picker.
  const favourites = picker.getByRole('button', { name: /^Favourites/ });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(favourites).toBeFocused();
  await page.keyboard.press('Space');
  await expect(rows).toHaveCount(1);
  await expect(row('Refund 40')).toBeVisible();
  await picker.getByRole('button', { name: /^Recent/ }).press('Enter');
  await expect(row('Refund 40')).toBeVisible();
  await picker.getByRole('button', { name: /^Form/ }).press('Enter');
  await expect(rows.first()).toHaveAttribute('aria-disabled', 'true');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(desk.composer).toBeFocused();
  await expect(desk.composer).toHaveValue('/');

  // Small windows have one part at a time and lose nothing.
  await app.electronApp.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.setContentSize(500, 500); });
  await desk.composer.fill('');
  await page.keyboard.press('/');
  await page.keyboard.type('hello');
  await expect(row('Hello')).toBeInViewport({ ratio: 1 });
  await picker.getByRole('button', { name: 'Preview' }).click();
  await expect(preview).toContainText('Hello Melissa Jansen, this is Sanne de Vries');
  await expect(picker.getByRole('button', { name: 'Add to message' })).toBeInViewport({ ratio: 1 });
  await picker.getByRole('button', { name: 'Back to the list' }).click();
  await search.press('Enter');
  await expect(desk.composer).toHaveValue(/^Hello Melissa/);
});
