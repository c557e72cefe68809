// S3 S18: what an agent reads of a chat and of the list beside it: days, groups, states of delivery, what is new below, who waits, how long, and in which order.
import { expect, test } from '../fixtures/app.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S3 S18 a chat is read by day and in groups, tells what is new below, and says when a message waits and when it is sent', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await expect(desk.transcript.getByRole('heading', { level: 2, name: /^Today, \w+, \w+ \d+$/ })).toBeVisible();

  // The initials and the time stand once for what one person says within a minute.
  await expect.poll(() => new Date().getSeconds(), { timeout: 20_000 }).toBeLessThan(50);
  const shown = await desk.transcript.getByText('MJ', { exact: true }).count();
  await desk.send('Good morning');
  // On its way it would be overtaken, and part the group.
  await expect(desk.transcript.getByRole('article').filter({ hasText: 'Good morning' })).toContainText(/Sent$/);
  for (const text of ['First', 'Second', 'Third']) await melissa.say(text);
  const rows = ['First', 'Second', 'Third'].map((text) => desk.transcript.getByRole('article').filter({ has: page.getByText(text, { exact: true }) }));
  await expect(rows[2] ?? desk.transcript).toContainText(/\d\d:\d\d/);
  await expect(desk.transcript.getByText('MJ', { exact: true }).filter({ visible: true })).toHaveCount(shown + 1);
  for (const row of rows.slice(0, 2)) await expect(row).not.toContainText(/\d\d:\d\d/);

  // The contact centre is busy for a moment: the message waits in sight, and goes.
  await contactCentreOf(sandbox).fault({ target: 'rest', kind: 'refuse', status: 503, path: '/messages', method: 'POST', caller: 'agent', count: 2 });
  await desk.send('This one waits');
  const waits = desk.transcript.getByRole('article').filter({ hasText: 'This one waits' });
  await expect(waits).toContainText('Waiting to be sent, 1 of 1');
  await expect(waits).toContainText(/Sent$/);

  for (let line = 0; line < 30; line += 1) await melissa.say(`Line ${String(line)}`);
  await expect(desk.bubble('Line 29')).toBeInViewport();
  await desk.transcript.focus();
  await page.keyboard.press('Home');
  await expect(desk.bubble('Hello')).toBeInViewport();
  const jump = desk.conversation.getByRole('button', { name: 'Jump to the latest message' });
  await expect(jump).toBeVisible();
  await melissa.say('Are you');
  await melissa.say('still there?');
  const news = desk.conversation.getByRole('button', { name: '2 new messages' });
  await expect(news).toBeVisible();
  await expect(desk.bubble('Hello'), 'nothing moves the agent').toBeInViewport();
  await news.press('Enter');
  await expect(desk.bubble('still there?')).toBeInViewport();
  await expect(news).toHaveCount(0);
});

test('S18 the list says who waits, in colours by the policy’s limits, what is unread, and stands in the order the agent chose', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  // What was not there when the agent went on to another chat would be unread.
  await expect(desk.bubble('Hello')).toBeVisible();
  await openChat(sandbox, 'Good morning', { name: 'Daan Visser', number: '+31622903381' });
  await desk.accept('Daan Visser');
  await expect(desk.bubble('Good morning')).toBeVisible();
  await melissa.say('Mail me at melissa@gmail.com');
  const row = (name: string) => desk.taskList.getByRole('button', { name: new RegExp(name) });
  await expect(row('Melissa Jansen')).toHaveAccessibleName(/unanswered for .*m\*{6}@gmail\.com.*1 unread message/);
  await expect(row('Daan Visser')).not.toHaveAccessibleName(/unread/);

  const colour = (): Promise<string> => row('Melissa Jansen').locator('.wait').evaluate((element) => getComputedStyle(element).color);
  const waits = async (amberSeconds: number, redSeconds: number): Promise<unknown> => sandbox.request('POST', '/sandbox/policy', { unanswered: { amberSeconds, redSeconds } });
  const calm = await colour();
  await waits(1, 600);
  await expect.poll(colour).not.toBe(calm);
  const amber = await colour();
  await waits(1, 2);
  await expect.poll(colour).not.toBe(amber);
  expect(await colour()).not.toBe(calm);

  // Melissa wrote last and has waited longest.
  const names = desk.taskList.getByRole('button', { name: /Melissa Jansen|Daan Visser/ });
  const order = desk.taskList.getByRole('button', { name: /^Order of the conversations/ });
  await desk.send('How can I help?');
  await expect(names).toHaveText([/Melissa Jansen/, /Daan Visser/]);
  await order.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Newest' }).press('Enter');
  await expect(order).toHaveAccessibleName('Order of the conversations: Newest');
  await expect(names).toHaveText([/Daan Visser/, /Melissa Jansen/]);
  await page.reload();
  await desk.ready();
  await expect(names, 'remembered').toHaveText([/Daan Visser/, /Melissa Jansen/]);
  await desk.openTask('Melissa Jansen');
  await expect(row('Melissa Jansen')).not.toHaveAccessibleName(/unread/);
});
