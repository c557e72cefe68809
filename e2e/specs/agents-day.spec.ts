// S1, S2, S3, S13: the whole way of a chat, from the request to the next request.
import { expect, test } from '../fixtures/app.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S1 S3 S13 request, Accept, three messages each way, End, wrap-up, next request', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();

  const melissa = await openChat(sandbox, 'Hi, my washing machine stops halfway and shows E18.');
  const offer = desk.offer('Melissa Jansen');
  await expect(offer).toBeVisible();
  await expect(offer).toContainText('*********7542');
  await expect(offer).toContainText('Repairs NL');
  await expect(offer).toContainText('Source number');
  await expect(offer.getByRole('timer')).toBeVisible();
  // The task list has the request too.
  await expect(desk.taskList.getByRole('button', { name: 'Accept request from Melissa Jansen' })).toBeVisible();
  await desk.accept('Melissa Jansen');
  await expect(desk.offers).toBeHidden();

  const turns = [
    ['Hi, my washing machine stops halfway and shows E18.', 'Hello Melissa, sorry about that.'],
    ['It is an Aria 8.', 'Is it still under warranty?'],
    ['Yes, until next year.', 'Then the visit is free. Wednesday at 11:00?'],
  ] as const;
  for (const [index, [said, answer]] of turns.entries()) {
    if (index > 0) await melissa.say(said);
    await expect(desk.bubble(said)).toBeVisible();
    await desk.send(answer);
    await expect(desk.bubble(answer)).toBeVisible();
  }
  await expect(desk.transcript.getByText(/Sent$/)).toHaveCount(3);
  expect(await melissa.received()).toEqual(turns.map(([, answer]) => answer));

  await desk.end();
  await expect(desk.composer).toBeHidden();
  // It cannot be skipped.
  await page.keyboard.press('Escape');
  await expect(desk.wrapUpDialog).toBeVisible();
  await desk.wrapUp('Repair booked');
  await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);

  await openChat(sandbox, 'Hello?', { name: 'Daan Visser' });
  await expect(desk.offer('Daan Visser')).toBeVisible();
});

test('S3 the customer is grey with initials on the left, the agent solid blue on the right', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Good morning');
  await desk.accept('Melissa Jansen');
  await desk.send('Good morning to you');
  const place = async (text: string): Promise<{ x: number; width: number; colour: string }> =>
    desk.bubble(text).evaluate((element) => {
      let bubble = element;
      while (bubble.parentElement && getComputedStyle(bubble).backgroundColor === 'rgba(0, 0, 0, 0)') bubble = bubble.parentElement;
      const { x, width } = bubble.getBoundingClientRect();
      return { x, width, colour: getComputedStyle(bubble).backgroundColor };
    });
  await expect(desk.bubble('Good morning to you')).toBeVisible();
  const customer = await place('Good morning');
  const agent = await place('Good morning to you');
  expect(customer.colour).toBe('rgb(232, 234, 238)');
  expect(agent.colour).toBe('rgb(11, 92, 213)');
  expect(agent.x).toBeGreaterThan(customer.x);
  await expect(desk.transcript.getByText('MJ').first()).toBeVisible();
});

test('S2 an unanswered request puts the agent in RONA, which only the agent leaves', async ({ page, sandbox }) => {
  await sandbox.request('POST', '/sandbox/settings', { ronaTimeoutMs: 1500 });
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Is anyone there?');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await expect(desk.statusButton).toHaveAccessibleName('Status: RONA');
  await expect(desk.offers).toBeHidden();
  await expect(page.getByText('You missed a request from Melissa Jansen')).toBeVisible();
  // The request went back to its queue: going Available brings it back, first in line.
  await sandbox.request('POST', '/sandbox/settings', { ronaTimeoutMs: 30_000 });
  await page.getByRole('button', { name: 'Go Available' }).click();
  await expect(desk.statusButton).toHaveAccessibleName('Status: Available');
  await expect(page.getByText('You missed a request from Melissa Jansen')).toBeHidden();
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
});

test('S2 RONA cannot be chosen, and an idle agent gets no request', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goIdle('Lunch');
  await desk.statusButton.click();
  await expect(page.getByRole('menuitemradio', { name: 'Lunch' })).toBeVisible();
  await expect(page.getByRole('menuitemradio', { name: 'RONA' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await openChat(sandbox, 'Hello');
  const ledger = await sandbox.request('GET', '/sandbox/ledger');
  expect(JSON.stringify(ledger.body)).not.toContain('"AgentOfferContact"');
  await expect(desk.offers).toBeHidden();
});

test('S21 sign-out is refused while a task is open, with the reason, and works after it', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await expect(page.getByText('First finish your 1 open conversation or request.')).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.end();
  await desk.wrapUp('Other');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible();
});
