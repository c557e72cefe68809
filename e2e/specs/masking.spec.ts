// S14: what the agent does about data that does not belong in a chat: thinks twice before sending it, and masks what was missed.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf, type Workspace } from '../pages/workspace.ts';

const card = '4111 1111 1111 1111';

async function inChat(page: Page, sandbox: Parameters<typeof openChat>[0], firstText: string): Promise<{ desk: Workspace; melissa: Awaited<ReturnType<typeof openChat>> }> {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, firstText);
  await desk.accept('Melissa Jansen');
  return { desk, melissa };
}

/** Draws a selection over `words`, which stand in one line, with the pointer. */
async function drawOver(page: Page, words: string): Promise<void> {
  const place = await page.getByRole('log', { name: /^Conversation with/ }).evaluate((log, wanted) => {
    const texts = document.createTreeWalker(log, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const at = text.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    }
    return null;
  }, words);
  if (place === null) throw new Error(`nowhere: ${words}`);
  await page.mouse.move(place.left + 0.5, place.middle);
  await page.mouse.down();
  await page.mouse.move(place.right - 0.5, place.middle, { steps: 5 });
  await page.mouse.up();
}

test('S14 a card number is asked about before it goes out, with the keyboard alone', async ({ page, sandbox }) => {
  const { desk, melissa } = await inChat(page, sandbox, 'Hello');
  const asked = page.getByRole('alertdialog', { name: 'This message holds a card number' });
  await desk.composer.fill(`Is it ${card}?`);
  await desk.composer.press('Home');
  await desk.composer.press('Enter');
  await expect(asked).toContainText('Apple’s rules keep such data out of chats.');
  await expect(asked.getByRole('button', { name: 'Edit' })).toBeFocused();
  expect(await violationsInEveryLook(page)).toEqual([]);
  // The second press of the same key is the safe answer.
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(desk.composer).toBeFocused();
  await page.keyboard.type('Well: ');
  await expect(desk.composer).toHaveValue(`Well: Is it ${card}?`);
  expect(await melissa.received()).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(asked).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(desk.composer).toHaveValue(`Well: Is it ${card}?`);

  await desk.composer.press('Enter');
  await expect(asked).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(asked.getByRole('button', { name: 'Send anyway' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.composer).toHaveValue('');
  await expect.poll(() => melissa.received()).toEqual([`Well: Is it ${card}?`]);
  await expect(desk.transcript.getByText('************1111')).toBeVisible();
});

test('S14 "Mask this" hides a selection everywhere, for as long as the chat lasts', async ({ page, sandbox, electronApp }) => {
  const { desk, melissa } = await inChat(page, sandbox, 'My number +31641872953 and my code word is Zebra.');
  const marked = desk.transcript.getByText(/^text you marked, masked: \*{5}$/);
  await drawOver(page, 'Zebra');
  await expect(page.getByRole('button', { name: 'Mask this' })).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.getByRole('button', { name: 'Mask this' }).click();
  await expect(marked).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mask this' })).toBeHidden();
  await expect(page.getByTitle('Masked by your organisation (text you marked)').first()).toBeVisible();
  const nowhere = async (): Promise<void> => {
    await expect(page.getByText('Zebra')).toHaveCount(0);
    expect(await page.evaluate(async () => JSON.stringify(await window.parley.snapshot()))).not.toContain('Zebra');
    expect(await page.locator('body').ariaSnapshot()).not.toContain('Zebra');
  };
  // Conversation, preview, accessible names.
  await nowhere();

  await desk.transcript.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await expect.poll(() => electronApp.evaluate(({ clipboard }) => clipboard.readText())).toContain('My number ********2953 and my code word is *****.');

  await melissa.say('Did you get that?');
  await expect(desk.bubble('Did you get that?')).toBeVisible();
  await nowhere();
  await page.reload();
  await desk.ready();
  await expect(marked).toBeVisible();
  await nowhere();
});

test('S14 a part of a message is masked with the keyboard alone, and the focus comes back', async ({ page, sandbox }) => {
  const { desk, melissa } = await inChat(page, sandbox, 'First the code word Zebra.');
  await melissa.say('Mail a.person@gmail.com or ask for Yak.');
  await expect(desk.transcript.getByText(/ask for Yak/)).toBeVisible();
  await desk.transcript.focus();
  const tools = desk.transcript.getByRole('button', { name: 'Mask part of this message…' });
  await page.keyboard.press('Tab');
  await expect(tools.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(tools.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Mask part of this message' });
  const words = dialog.getByRole('textbox', { name: 'Message' });
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('Mail a*******@gmail.com or ask for Yak.');
  await expect(dialog.getByRole('button', { name: 'Mask', exact: true })).toHaveAttribute('aria-disabled', 'true');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.type('Nothing can be typed or deleted here.');
  await page.keyboard.press('Delete');
  await expect(words).toHaveValue('Mail a*******@gmail.com or ask for Yak.');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  for (const key of ['k', 'a', 'Y']) await test.step(`select ${key}`, () => page.keyboard.press('Shift+ArrowLeft'));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(desk.transcript.getByText(/^text you marked, masked: \*{3}$/)).toBeVisible();
  await expect(desk.transcript.getByText(/ask for Yak/)).toHaveCount(0);
  await expect(desk.transcript.getByText('a*******@gmail.com')).toBeVisible();
  await expect(tools.last()).toBeFocused();
});
