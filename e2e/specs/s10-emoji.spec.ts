// S4 S10: emoji by the picker and by name with the keyboard alone, the way back from a cleared text, and the typing signal customers get.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S10 emoji are found by word, kept as recent, given a skin tone, and put at the cursor; a lock takes the picker away', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'It works again, thank you!');
  await desk.accept('Melissa Jansen');
  await desk.composer.pressSequentially(':smi');
  await expect(page.getByRole('listbox', { name: 'Emoji for this word' })).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await desk.composer.fill('Good news, bye');
  await desk.composer.evaluate((box: HTMLTextAreaElement) => { box.setSelectionRange('Good news'.length, 'Good news'.length); });

  const open = desk.conversation.getByRole('button', { name: 'Emoji', exact: true });
  const picker = page.getByRole('dialog', { name: 'Choose an emoji' });
  const search = picker.getByRole('searchbox', { name: 'Search emoji' });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(search).toBeFocused();
  await expect(picker.getByRole('gridcell', { name: 'grinning face', exact: true })).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.type('party popper');
  // Half of the words finds others first.
  await expect(picker.getByRole('gridcell').first()).toHaveAccessibleName('party popper');
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(desk.composer).toHaveValue('Good news🎉, bye');
  await expect(desk.composer).toBeFocused();
  // The box takes it back as it takes back what was typed.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(desk.composer).toHaveValue('Good news, bye');

  await open.click();
  await picker.getByRole('radio', { name: 'No skin tone' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(picker.getByRole('radio', { name: 'Medium', exact: true })).toBeChecked();
  await search.fill('waving hand');
  await picker.getByRole('gridcell', { name: 'waving hand' }).click();
  await expect(desk.composer).toHaveValue('Good news👋🏽, bye');
  await open.click();
  await expect(picker.getByRole('group', { name: 'Recently used' }).getByRole('button')).toHaveText(['👋🏽', '🎉']);
  await page.keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await expect(desk.composer).toBeFocused();

  await open.click();
  await expect(search).toBeFocused();
  await contactCentreOf(sandbox).removeAsset();
  await expect(picker).toBeHidden();
  await expect(open).toHaveCount(0);
});

test('S10 S4 a name after a colon becomes an emoji, a cleared text comes back, and the customer sees typing once', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Thank you!');
  await desk.accept('Melissa Jansen');
  const centre = contactCentreOf(sandbox);
  // The customer's own signal, in the list and under the messages.
  expect((await sandbox.request('POST', `/v2/tasks/${melissa.taskId}/typing`, { state: 'start' })).status).toBe(202);
  await expect(desk.transcript.getByText('is typing…')).toBeAttached();
  await expect(desk.taskList.getByText('Typing…')).toBeVisible();
  expect((await sandbox.request('POST', `/v2/tasks/${melissa.taskId}/typing`, { state: 'end' })).status).toBe(202);
  await expect(desk.transcript.getByText('is typing…')).toHaveCount(0);

  const signals = async (): Promise<readonly (string | undefined)[]> =>
    (await centre.ledger()).flatMap((entry) => (entry.kind === 'typing' && entry.from === sandbox.agents[0]?.id ? [entry.state] : []));
  await desk.composer.pressSequentially('Any time :white_ch');
  const names = page.getByRole('listbox', { name: 'Emoji for this word' });
  await expect(names.getByRole('option', { name: 'check mark button' })).toHaveAttribute('aria-selected', 'true');
  await expect(desk.composer).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Escape');
  await expect(names).toBeHidden();
  await expect(desk.composer).toHaveValue('Any time :white_ch');
  // Another word asks anew.
  await desk.composer.pressSequentially(' :tada');
  await expect(names.getByRole('option', { name: 'party popper' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(desk.composer).toHaveValue('Any time :white_ch 🎉');
  await expect.poll(signals).toEqual(['start']);

  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(desk.composer).toHaveValue('');
  await expect.poll(signals).toEqual(['start', 'end']);
  await desk.conversation.getByRole('button', { name: 'Cleared. Undo' }).click();
  await expect(desk.composer).toHaveValue('Any time :white_ch 🎉');
  await expect(desk.composer).toBeFocused();
  await expect.poll(signals).toEqual(['start', 'end', 'start']);
  await page.keyboard.press('Enter');
  await expect(desk.bubble('Any time :white_ch 🎉')).toBeVisible();
  await expect.poll(signals).toEqual(['start', 'end', 'start', 'end']);
  await expect(desk.conversation.getByRole('button', { name: 'Cleared. Undo' })).toHaveCount(0);
});
