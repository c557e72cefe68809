// S19 S20: shortcuts, their list and their editor, and the command palette, all by keyboard.
import { expect, test } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S19 an agent works by shortcuts and from the command palette; the focus comes back', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const palette = page.getByRole('dialog', { name: 'Search or run a command' });
  const field = palette.getByRole('combobox');
  await desk.ready();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  expect(await violationsOf(page), 'palette').toEqual([]);
  await page.keyboard.type('status lun');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(desk.statusButton).toHaveAccessibleName('Status: Lunch');
  await page.keyboard.press('Control+Shift+A');
  await expect(desk.statusButton).toHaveAccessibleName('Status: Available');

  await openChat(sandbox, 'Hello', { name: 'Daan Visser' });
  await expect(desk.offers.getByRole('button', { name: 'Accept request from Daan Visser' })).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(desk.conversation.getByRole('heading', { name: 'Daan Visser' })).toBeVisible();
  const melissa = await openChat(sandbox, 'Good morning');
  await desk.accept('Melissa Jansen');
  await page.keyboard.type('Good');
  // Text is edited with the keys it is always edited with.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Hello');
  await expect(desk.composer).toHaveValue('Hello');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(desk.conversation.getByRole('heading', { name: 'Daan Visser' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('melis');
  await page.keyboard.press('Enter');
  await expect(desk.conversation.getByRole('heading', { name: 'Melissa Jansen' })).toBeVisible();
  await expect(desk.composer, 'the draft').toHaveValue('Hello');
  await expect(desk.composer).toBeFocused();

  // A command opens its dialog; its end gives the focus back; while it is open the keyboard is the dialog's.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('transf');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Transfer request' })).toBeVisible();
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.composer).toBeFocused();

  // A template of the library is opened, not sent.
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('template book a rep');
  await expect(palette.getByRole('option', { name: /Book a repair online/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Templates' }).getByRole('row', { name: /Book a repair online/ })).toHaveAttribute('aria-selected', 'true');
  expect(await melissa.received()).toEqual([]);
  await page.keyboard.press('Escape');
  await melissa.leave();
});

test('S20 the list of shortcuts leads to the editor, which refuses what is taken and keeps what is chosen', async ({ launch }, testInfo) => {
  const userDataDir = testInfo.outputPath('profile');
  const first = await launch({ userDataDir });
  const { page } = first;
  await workspaceOf(page).ready();
  await page.keyboard.press('F1');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByText('Accept the oldest request')).toBeVisible();
  expect(await violationsOf(page), 'list').toEqual([]);
  await list.getByRole('button', { name: 'Change shortcuts' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Shortcuts', exact: true })).toBeFocused();
  const palette = page.getByRole('button', { name: /^Search or run a command: / });
  await palette.press('Enter');
  await page.keyboard.press('Control+j');
  await expect(page.getByText('This key is in use: Go to the customer who waits longest.')).toBeVisible();
  await page.keyboard.press('Control+c');
  await expect(page.getByText(/^This key writes, moves/)).toBeVisible();
  expect(await violationsOf(page), 'editor').toEqual([]);
  await page.keyboard.press('Control+Shift+K');
  await expect(palette).toHaveAccessibleName('Search or run a command: Ctrl Shift K. Change');
  await page.keyboard.press('Control+Shift+K');
  await expect(page.getByRole('dialog', { name: 'Search or run a command' })).toBeVisible();
  await first.close();

  const again = await launch({ userDataDir });
  await workspaceOf(again.page).ready();
  await again.page.keyboard.press('Control+k');
  await again.page.keyboard.press('Control+Shift+K');
  await again.page.getByRole('dialog', { name: 'Search or run a command' }).getByRole('combobox').fill('keyboard shor');
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('button', { name: 'Change shortcuts' }).press('Enter');
  await again.page.getByRole('button', { name: 'Reset all' }).press('Enter');
  await again.page.keyboard.press('Escape');
  await again.page.keyboard.press('Control+k');
  await expect(again.page.getByRole('dialog', { name: 'Search or run a command' })).toBeVisible();
});
