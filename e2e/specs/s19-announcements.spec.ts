// What a screen reader hears of a conversation, read in the accessibility tree: every message of somebody else exactly once, the history never.
import type { CDPSession } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { appleSides } from '../pages/apple.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** The words of every region that speaks by itself, one a region; a text node of a region is one announcement. */
async function spoken(devTools: CDPSession): Promise<string[]> {
  const { nodes } = (await devTools.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const words = (node: Node): string[] => {
    const own = node.role?.value === 'StaticText' ? [typeof node.name?.value === 'string' ? node.name.value : ''] : [];
    return [...own, ...(node.role?.value === 'StaticText' ? [] : node.childIds ?? []).flatMap((id) => { const child = byId.get(id); return child === undefined ? [] : words(child); })];
  };
  const live = (node: Node): unknown => node.properties?.find(({ name }) => name === 'live')?.value.value;
  return nodes.filter((node) => live(node) === 'polite' || live(node) === 'assertive').flatMap(words);
}

test('S19 each message is announced exactly once, whatever else happens in the window', async ({ app, page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'This is history');
  const sides = appleSides(sandbox, melissa.taskId);
  await desk.accept('Melissa Jansen');
  await expect(desk.bubble('This is history')).toBeVisible();
  const devTools = await app.electronApp.context().newCDPSession(page);
  await devTools.send('Accessibility.enable');
  const times = async (text: string): Promise<number> => (await spoken(devTools)).filter((one) => one.includes(text)).length;
  // Every text that is ever put into the region counts, also one that is taken out again.
  await page.evaluate(() => {
    const added: string[] = [];
    Object.assign(window, { added });
    for (const region of document.querySelectorAll('[aria-live="polite"], output, [role="status"], [role="log"]')) {
      if (region.getAttribute('aria-live') === 'off') continue;
      new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) added.push(node.textContent ?? ''); }).observe(region, { childList: true, subtree: true });
    }
  });
  const added = (text: string): Promise<number> => page.evaluate((wanted) => (Reflect.get(window, 'added') as string[]).filter((one) => one.includes(wanted)).length, text);

  const said = ['The first message', 'My card is 4111 1111 1111 1111', 'The third message'];
  const heard = ['The first message', 'My card is ************1111', 'The third message'];
  for (const text of said) await melissa.say(text);
  for (const text of heard) await expect.poll(() => times(text), text).toBe(1);
  // The agent answers, the search opens and finds: nothing is said again.
  await desk.send('My own answer');
  await expect(desk.transcript.getByText(/Sent$/).last()).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('first');
  await expect(page.getByRole('search').getByText('1 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await melissa.say('The fourth message');
  await expect.poll(() => times('The fourth message')).toBe(1);
  for (const text of [...heard, 'The fourth message']) {
    expect(await times(text), text).toBe(1);
    expect(await added(text), text).toBe(1);
  }
  for (const silent of ['This is history', 'My own answer', '4111 1111']) expect(await times(silent), silent).toBe(0);

  // A file, a reaction and a line about the chat itself are told as well, once.
  await sides.answer({ type: 'text-with-attachments', text: '\uFFFC', attachments: [{ fileName: 'bill.pdf', mimeType: 'application/pdf', fileUrl: '/v2/attachments/library-warranty', size: 1_200 }] });
  await melissa.say('Liked “My own answer”');
  await melissa.leave();
  const others = ['bill.pdf', 'Liked “My own answer”', 'The customer closed the conversation'];
  for (const text of others) await expect.poll(() => times(text), text).toBe(1);
  for (const text of others) expect(await added(text), text).toBe(1);
  // To another chat and back: what was told is history.
  await openChat(sandbox, 'Good morning', { name: 'Daan Visser', number: '+31622903381' });
  await desk.accept('Daan Visser');
  await desk.taskList.getByRole('button', { name: /Melissa Jansen/ }).click();
  await expect(desk.bubble('The fourth message')).toBeVisible();
  for (const text of [...heard, 'The fourth message', ...others, 'Good morning']) expect(await times(text), text).toBe(0);
  await melissa.say('I am back');
  await expect.poll(() => times('I am back')).toBe(1);
  await devTools.detach();
});
