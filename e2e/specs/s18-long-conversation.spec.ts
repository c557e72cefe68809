// A conversation of 10,000 messages of every kind: it opens at its end, is searched to its beginning, and nothing jumps on the way.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { repository } from '../fixtures/paths.ts';
import { appleSides } from '../pages/apple.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test.use({ sandboxArgs: ['--scenario', repository('src-sandbox/scenarios/ten-thousand.json')] });

/** Rows drawn at once; the window shows about ten. */
const MOST_ROWS = 60;

/** Goes to the top, where the earlier page is asked for, and watches the row in the middle while it comes: how far it moves, in px, in what is painted. */
const jumpOfEarlierPage = (page: Page): Promise<number> => page.evaluate(async () => {
  const log = document.querySelector('.log-scroll');
  if (log === null) throw new Error('there is no transcript');
  // After the frame is done: what is measured in it has been put right by then.
  const painted = (): Promise<void> => new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { done(); };
      port2.postMessage(null);
    });
  });
  const height = log.scrollHeight;
  log.scrollTop = 60;
  await painted();
  const middle = log.getBoundingClientRect().top + log.clientHeight / 2;
  const key = [...log.querySelectorAll<HTMLElement>('[data-row]')].find((row) => row.getBoundingClientRect().bottom > middle)?.dataset['row'] ?? '';
  const top = (): number => log.querySelector(`[data-row="${CSS.escape(key)}"]`)?.getBoundingClientRect().top ?? Number.NaN;
  const at = top();
  let worst = 0;
  for (let after = 0; after < 12; after += 1) {
    await painted();
    worst = Math.max(worst, Math.abs(top() - at));
    // As long as it takes, and then ten frames more.
    if (log.scrollHeight < height + 1_000) after = 0;
  }
  return worst;
});

/** Reads up in small steps from places all over the conversation: how far a row is from where the step should have put it, and most rows drawn. */
const readUp = (page: Page, places: number): Promise<{ readonly jump: number; readonly rows: number }> => page.evaluate(async (count) => {
  const log = document.querySelector('.log-scroll');
  if (log === null) throw new Error('there is no transcript');
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  let jump = 0;
  let most = 0;
  for (let place = 1; place <= count; place += 1) {
    log.scrollTop = ((log.scrollHeight - log.clientHeight) * place) / (count + 1);
    for (let quiet = 0; quiet < 6; quiet += 1) await frame();
    for (let step = 0; step < 3; step += 1) {
      const middle = log.getBoundingClientRect().top + log.clientHeight / 2;
      const row = [...log.querySelectorAll<HTMLElement>('[data-row]')].find((one) => one.getBoundingClientRect().bottom > middle);
      const key = row?.dataset['row'] ?? '';
      const before = row?.getBoundingClientRect().top ?? Number.NaN;
      log.scrollTop -= 150;
      for (let quiet = 0; quiet < 3; quiet += 1) await frame();
      const after = log.querySelector(`[data-row="${CSS.escape(key)}"]`)?.getBoundingClientRect().top ?? Number.NaN;
      jump = Math.max(jump, Math.abs(after - before - 150));
      most = Math.max(most, log.querySelectorAll('[data-row]').length);
    }
  }
  return { jump, rows: most };
}, places);

/** The first row that begins in the view, and how far down. */
const lineInSight = (page: Page): Promise<{ readonly key: string; readonly top: number }> => page.evaluate(() => {
  const log = document.querySelector('.log-scroll');
  const edge = log?.getBoundingClientRect().top ?? 0;
  const row = [...(log?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((one) => one.getBoundingClientRect().top >= edge);
  return { key: row?.dataset['row'] ?? '', top: Math.round((row?.getBoundingClientRect().top ?? 0) - edge) };
});

test('S18 a conversation of 10,000 messages opens at its end, grows upwards without a jump, and is searched to its first message', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await desk.accept('Melissa Jansen');
  await expect(desk.bubble('Hello, are you there?')).toBeInViewport();
  for (let turn = 0; turn < 3; turn += 1) expect(await jumpOfEarlierPage(page), `earlier page ${String(turn + 1)}`).toBeLessThanOrEqual(1);
  await expect(desk.transcript.locator('[data-row]')).not.toHaveCount(0);
  expect(await desk.transcript.locator('[data-row]').count()).toBeLessThan(MOST_ROWS);

  await page.keyboard.press('Control+f');
  const search = page.getByRole('search', { name: 'Search in this conversation' });
  const field = search.getByRole('searchbox');
  await expect(field).toBeFocused();
  await field.fill('message 1 of');
  await expect(search.getByText('1 of 1', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(desk.bubble('Message 1 of an earlier time')).toBeInViewport();
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => CSS.highlights.get('search-current')?.size)).toBe(1);
  // What comes meanwhile is found as well, and moves nobody.
  const { body } = await sandbox.request('GET', '/sandbox/state');
  const melissa = appleSides(sandbox, (body as { data: { tasks: readonly { id: string }[] } }).data.tasks[0]?.id ?? '');
  const sight = await lineInSight(page);
  await melissa.answer({ type: 'text', text: 'Did you read message 1 of mine?' });
  await expect(search.getByText('2 of 2', { exact: true })).toBeVisible();
  expect(await lineInSight(page)).toEqual(sight);
  await expect(desk.bubble('Message 1 of an earlier time')).toBeInViewport();
  await expect(field).toBeFocused();
  expect(await violationsInEveryLook(page)).toEqual([]);

  await field.fill('centrifugeert');
  await expect(search.getByText('1 of 1,000', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(search.getByText('2 of 1,000', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(search.getByText('1,000 of 1,000', { exact: true })).toBeVisible();
  await field.fill('no such words');
  await expect(search.getByText('Nothing found in 10,002 messages')).toBeVisible();
  const place = await lineInSight(page);
  await melissa.answer({ type: 'text', text: 'I have no such words' });
  await expect(search.getByText('0 of 1', { exact: true })).toBeVisible();
  expect(await lineInSight(page)).toEqual(place);
  await page.keyboard.press('Enter');
  await expect(search.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(desk.bubble('I have no such words')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
  await expect(desk.composer).toBeFocused();
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);

  const { jump, rows } = await readUp(page, 20);
  expect(jump).toBeLessThanOrEqual(1);
  expect(rows).toBeLessThan(MOST_ROWS);
  // Another chat comes in between; coming back shows the same line at the same place.
  const before = await lineInSight(page);
  await openChat(sandbox, 'Good morning', { name: 'Daan Visser', number: '+31622903381' });
  await desk.accept('Daan Visser');
  await expect(desk.bubble('Good morning')).toBeVisible();
  await desk.taskList.getByRole('button', { name: /Melissa Jansen/ }).click();
  await expect(desk.transcript).toHaveAccessibleName('Conversation with Melissa Jansen');
  await expect.poll(() => lineInSight(page)).toEqual(before);
  await page.getByRole('button', { name: 'Jump to the latest message' }).click();
  await expect(desk.bubble('I have no such words')).toBeInViewport();
});
