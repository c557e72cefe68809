// The customer's details: who it is, what the business knows, what was said before, and data the agent may change. All of it masked.
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

// Known to the sandbox: this number is Melissa's, so her mail address is known, and by her id she has been here before.
const number = '+31612347542';
const MAIL = 'melissa@gmail.example';

test('S3 the customer panel shows what is known, masked, and earlier conversations with what was said', async ({ app, page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello', { number, variables: { order: 'HV-204 881', mail: 'melissa@gmail.com' } });
  await desk.accept('Melissa Jansen');
  const details = page.getByRole('complementary', { name: 'Customer details' });
  await expect(details.getByText('m******@gmail.example')).toBeVisible();
  await expect(details.getByText('repair-visit')).toBeVisible();
  await expect(details.getByText('Quick reply', { exact: true })).toBeVisible();
  await expect(details.getByText(/^from message at \d\d:\d\d$/)).toBeVisible();

  const earlier = details.getByRole('group').filter({ hasText: 'Earlier conversations' });
  const chats = earlier.getByRole('listitem').getByRole('button');
  expect(await chats.count()).toBeGreaterThan(0);
  await expect(chats.first()).toHaveText(/\d{4}.* · .* · .*\.$/);
  await chats.first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Conversation of / });
  await expect(dialog.getByRole('region', { name: 'What was said' }).getByRole('listitem').nth(1)).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
  // A link asks first, as in the conversation under way; the system's browser is the edge.
  await app.electronApp.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] });
    Object.assign(shell, { openExternal: (address: string) => {
      (Reflect.get(globalThis, 'opened') as string[]).push(address);
      return Promise.resolve();
    } });
  });
  const link = dialog.getByRole('link', { name: 'https://www.haldenvos.example/repairs' });
  await link.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Open this link?' });
  await expect(question).toContainText('www.haldenvos.example');
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(() => app.electronApp.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)).toEqual(['https://www.haldenvos.example/repairs']);
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(chats.first()).toBeFocused();
  // Each of them, and nothing raw in any.
  for (let index = 0; index < (await chats.count()); index += 1) {
    await chats.nth(index).click();
    await expect(dialog.getByRole('listitem').first()).toBeVisible();
    const shown = await page.content();
    for (const raw of [MAIL, '612347542', 'melissa@gmail.com']) expect(shown, raw).not.toContain(raw);
    await page.keyboard.press('Escape');
  }

  // Changed in place by keyboard alone; what is hidden is replaced, not shown.
  await details.getByRole('button', { name: 'Change order' }).focus();
  await page.keyboard.press('Enter');
  const order = details.getByRole('textbox', { name: 'order' });
  await expect(order).toBeFocused();
  await expect(order).toHaveValue('HV-204 881');
  await page.keyboard.press('Escape');
  await expect(details.getByRole('button', { name: 'Change order' })).toBeFocused();
  await page.keyboard.press('Enter');
  await order.fill('x'.repeat(1_100));
  await page.keyboard.press('Enter');
  await expect(details.getByRole('alert')).toHaveText('The value is too long for the contact centre. Shorten it and save again.');
  await expect(order).toHaveValue('x'.repeat(1_100));
  await sandbox.request('POST', '/sandbox/faults', { target: 'rest', kind: 'refuse', path: '/v1/tasks/', count: 1 });
  await order.fill('HV-999 000');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('alert')).not.toHaveText('The value is too long for the contact centre. Shorten it and save again.');
  await expect(order).toHaveValue('HV-999 000');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(details.getByText('HV-999 000')).toBeVisible();
  await expect(details.getByRole('button', { name: 'Change order' })).toBeFocused();
  await details.getByRole('button', { name: 'Change mail' }).click();
  await expect(details.getByRole('textbox', { name: 'mail' })).toHaveValue('');
  await expect(details.getByText('The masked value is not shown. What you type here replaces it.')).toBeVisible();
  await page.keyboard.type('daan@example.nl');
  await page.keyboard.press('Enter');
  await expect(details.getByText('d***@example.nl')).toBeVisible();
});
