// S14 Rich bubbles: every type as it was sent and as it was answered, whatever comes, with the values masked.
import { readdirSync, readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test, type Sandbox } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { repository } from '../fixtures/paths.ts';
import { appleSides, interactive, type AppleParams, type AppleSides } from '../pages/apple.ts';
import { openChat, type Customer } from '../pages/customer.ts';
import { workspaceOf, type Workspace } from '../pages/workspace.ts';

// A zone of its own, so that the times of the event and of the agent differ.
test.use({ appEnv: { TZ: 'Europe/London' }, policy: { masking: true } });

interface Scene {
  readonly desk: Workspace;
  readonly melissa: Customer;
  readonly sides: AppleSides;
  /** The row of the transcript that holds a text. */
  readonly row: (text: string | RegExp) => Locator;
}

async function chat(page: import('@playwright/test').Page, sandbox: Sandbox): Promise<Scene> {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello', { capabilityList: 'AUTH,LIST,TIME,QUICK,AUTH2,FORM', deviceAgent: 'iPhone OS' });
  await desk.accept('Melissa Jansen');
  return { desk, melissa, sides: appleSides(sandbox, melissa.taskId), row: (text) => desk.transcript.getByRole('article').filter({ hasText: text }) };
}

const warranty = [{ identifier: 'yes', title: 'Yes' }, { identifier: 'no', title: 'No' }];
const machines = [{ title: 'Washers', order: 0, multipleSelection: true, items: [{ identifier: 'a8', title: 'Aria 8', subtitle: 'AW-8140', order: 0 }, { identifier: 'a9', title: 'Aria 9', order: 1 }, { identifier: 'l7', title: 'Lumen 7', order: 2 }] }];
const visit = { identifier: 'visit', title: 'Technician visit', timezoneOffset: 60, location: { title: 'Utrecht' }, timeslots: [{ identifier: 's1', startTime: '2031-11-25T08:00+0000', duration: 3_600 }, { identifier: 's2', startTime: '2031-11-26T10:30+0000', duration: 3_600 }] };

test('S14 a quick reply shows its buttons, then the one that was chosen; the answer quotes it and leads to it', async ({ page, sandbox }) => {
  const { desk, sides, melissa } = await chat(page, sandbox);
  await sides.ask(interactive({ requestIdentifier: 'q1', 'quick-reply': { summaryText: 'Still under warranty?', items: warranty } }));
  const question = desk.transcript.getByRole('figure', { name: /^Quick reply/ });
  await expect(question).toHaveAccessibleName('Quick reply · waiting for an answer');
  await expect(question.getByRole('listitem')).toHaveText(['Yes', 'No']);

  for (let line = 0; line < 30; line += 1) await melissa.say(`Line ${String(line)}`);
  await sides.answer(interactive({ requestIdentifier: 'q1', 'quick-reply': { summaryText: 'Still under warranty?', items: warranty, selectedIndex: 1 } }));
  const quote = desk.transcript.getByRole('button', { name: 'Answered “Still under warranty?”' });
  await expect(quote).toBeVisible();
  await expect(desk.taskList.getByText('No', { exact: true })).toBeVisible();
  await expect(question).toHaveCount(0);
  await quote.press('Enter');
  await expect(question).toBeInViewport();
  await expect(question).toHaveAccessibleName(/^Quick reply · answered \d\d:\d\d$/);
  await expect(question.getByRole('listitem')).toHaveText(['Yes', 'No (chosen)']);
  await expect(desk.transcript.getByRole('article').filter({ has: page.getByRole('figure', { name: /^Quick reply/ }) })).toBeFocused();
});

test('S14 lists list their titles, times stand in both zones, forms question by question', async ({ page, sandbox }) => {
  const { desk, sides, row } = await chat(page, sandbox);
  await sides.ask(interactive({ requestIdentifier: 'q2', listPicker: { sections: machines } }, 'Which machines do you have?'));
  await expect(desk.taskList.getByText('You: Which machines do you have?')).toBeVisible();
  await sides.answer(interactive({ requestIdentifier: 'q2', listPicker: { sections: [{ ...machines[0], items: machines[0]?.items.slice(0, 2) }] } }));
  const list = row('Answered “Which machines do you have?”');
  await expect(list.getByRole('listitem')).toHaveText(['Aria 8AW-8140', 'Aria 9']);
  await expect(desk.taskList.getByText('Aria 8, Aria 9')).toBeVisible();
  await expect(desk.transcript.getByRole('figure', { name: /^List picker · pick several · answered/ }).getByText('(chosen)')).toHaveCount(2);

  await sides.ask(interactive({ requestIdentifier: 'q3', event: visit }));
  const times = desk.transcript.getByRole('figure', { name: /^Time picker/ });
  await expect(times).toContainText('Tue, Nov 25');
  await expect(times).toContainText('09:00');
  await expect(times).toContainText('1 hour each · Utrecht · UTC+1; you are in UTC');
  await sides.answer(interactive({ requestIdentifier: 'q3', event: { ...visit, timeslots: visit.timeslots.slice(1) } }));
  const time = row('Answered “Technician visit”');
  await expect(time).toContainText('Wed, Nov 26, 2031, 11:30–12:30 (UTC+1)');
  await expect(time).toContainText('Your time: Wed, Nov 26, 2031, 10:30–11:30 (UTC)');
  await expect(desk.taskList.getByText('Chose a time: Technician visit')).toBeVisible();
  await expect(times.getByText('11:30')).toHaveText('11:30 (chosen)');

  await sides.ask(interactive({ requestIdentifier: 'q4', dynamic: { version: '1.2', template: 'messageForms', data: { startPageIdentifier: 'p1', pages: [
    { pageIdentifier: 'p1', type: 'select', subtitle: 'What is wrong?', items: [{ identifier: 'leak', title: 'It leaks', value: 'leak' }] },
    { pageIdentifier: 'p2', type: 'input', subtitle: 'Anything else?', options: { required: true }, submitForm: true },
  ] } } }, 'Repair request'));
  await expect(desk.transcript.getByRole('figure', { name: 'Form · 2 questions · waiting for an answer' })).toContainText('Text · required');
  await sides.answer(interactive({ requestIdentifier: 'q4', dynamic: { version: '1.2', template: 'messageForms', selections: [
    { pageIdentifier: 'p1', subtitle: 'What is wrong?', items: [{ identifier: 'leak', title: 'It leaks' }] },
    { pageIdentifier: 'p2', subtitle: 'Anything else?', items: [] },
  ] } }));
  const form = row('Answered “Repair request”');
  await expect(form.getByRole('term')).toHaveText(['What is wrong?', 'Anything else?']);
  await expect(form.getByRole('definition')).toHaveText(['It leaks', 'Left blank']);
  await expect(desk.taskList.getByText('Form answered')).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
});

test('S14 a link is a card with its host, and opens after the agent has confirmed it', async ({ app, page, sandbox }) => {
  const { desk, sides } = await chat(page, sandbox);
  await app.electronApp.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] });
    // The system's browser is the edge: what it would be asked to open is written down.
    Object.assign(shell, {
      openExternal: (address: string) => {
        (Reflect.get(globalThis, 'opened') as string[]).push(address);
        return Promise.resolve();
      },
    });
  });
  const opened = (): Promise<unknown> => app.electronApp.evaluate(() => Reflect.get(globalThis, 'opened') as unknown);
  const secret = 'https://shop.example/kettle?customer=melissa@gmail.com';
  await sides.answer({ type: 'richLink', text: secret, apple: { richLinkData: { url: secret, title: 'Blue kettle', assets: {} } } });
  const card = desk.transcript.getByRole('button', { name: 'Link: Blue kettle shop.example' });
  await expect(desk.taskList.getByText('Link: Blue kettle')).toBeVisible();
  await card.click();
  const dialog = page.getByRole('alertdialog', { name: 'Open this link?' });
  await expect(dialog).toContainText('shop.example');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await opened()).toEqual([]);
  await card.click();
  await dialog.getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(opened).toEqual([secret]);
  await app.electronApp.evaluate(({ shell }) => { Object.assign(shell, { openExternal: () => Promise.reject(new Error('no browser')) }); });
  await card.click();
  await dialog.getByRole('button', { name: 'Open in browser' }).click();
  await expect(page.getByText(/^The link could not be opened\./)).toBeVisible();
  expect(await page.content()).not.toContain('melissa@gmail.com');

  // Among the words of a message: text like the rest, and with a value hidden in it no link at all.
  const words = 'See https://аpple.com/login?x=1 or (www.shop.example), not https://shop.example/?mail=melissa@gmail.com';
  await sides.answer({ type: 'text', text: words });
  const inWords = desk.transcript.getByRole('link');
  await expect(inWords).toHaveText(['https://аpple.com/login?x=1', 'www.shop.example']);
  await app.electronApp.evaluate(({ shell }) => {
    Object.assign(shell, { openExternal: (address: string) => {
      (Reflect.get(globalThis, 'opened') as string[]).push(address);
      return Promise.resolve();
    } });
  });
  await inWords.first().focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('xn--pple-43d.com');
  await page.keyboard.press('Escape');
  await expect(inWords.first()).toBeFocused();
  await inWords.last().click();
  await expect(dialog).toContainText('www.shop.example');
  await dialog.getByRole('button', { name: 'Open in browser' }).click();
  await expect.poll(opened).toEqual([secret, 'https://www.shop.example/']);
  // Copied as it is shown: one message by its own control, several with who wrote them.
  await desk.transcript.getByRole('article').filter({ has: page.getByRole('link') }).hover();
  await desk.transcript.getByRole('article').filter({ has: page.getByRole('link') }).getByRole('button', { name: 'Copy this message' }).click();
  const clipboard = (): Promise<string> => app.electronApp.evaluate(({ clipboard: board }) => board.readText());
  await expect.poll(clipboard).toBe(words.replace('melissa@gmail.com', 'm******@gmail.com'));
  await page.evaluate(() => { document.getSelection()?.selectAllChildren(document.querySelector('.log-scroll') ?? document.body); });
  await page.keyboard.press('Control+c');
  await expect.poll(clipboard).toMatch(/^Melissa Jansen, \d\d:\d\d: Hello\nMelissa Jansen, \d\d:\d\d: Blue kettle\nshop\.example\n.*m\*{6}@gmail\.com$/);
  await page.evaluate(() => { document.getSelection()?.removeAllRanges(); });

  await sides.answer({ type: 'richLink', apple: { richLinkData: { url: 'http://shop.example/', title: 'Plain kettle', assets: {} } } });
  await expect(desk.transcript.getByText('This address cannot be opened safely')).toBeVisible();
  await expect(desk.transcript.getByRole('button', { name: /Plain kettle/ })).toHaveCount(0);
});

test('S14 a reaction sits on its message, a large answer is received and then there, files stand where they were put', async ({ page, sandbox }) => {
  const { desk, sides, melissa } = await chat(page, sandbox);
  await desk.send('Could you check the small door?');
  await expect.poll(() => melissa.received()).toContain('Could you check the small door?');
  await melissa.say('Liked “Could you check the small door?”');
  await expect(desk.transcript.getByRole('article').filter({ hasText: 'Could you check the small door?' }).getByText('The customer reacted: 👍')).toBeVisible();
  await expect(desk.transcript.getByText(/^Liked/)).toHaveCount(0);
  await melissa.say('Loved “Something older”');
  await expect(desk.bubble('Loved “Something older”')).toBeVisible();

  await sides.answer({ type: 'interactive', apple: { interactiveDataRef: { bid: 'x', url: 'https://blob.example/1', owner: 'o', key: '00', size: '20480', title: 'Repair request' } } });
  await expect(desk.transcript.getByText('Receiving the answer…')).toBeVisible();
  await expect(desk.taskList.getByText('Large answer: Repair request')).toBeVisible();
  await sides.answer(interactive({ dynamic: { selections: [{ pageIdentifier: 'p1', subtitle: 'What is wrong?', items: [{ title: 'It leaks' }] }] } }, 'Repair request'));
  await expect(desk.transcript.getByRole('definition')).toHaveText(['It leaks']);
  await expect(desk.transcript.getByText('Receiving the answer…')).toHaveCount(0);

  const file = (fileName: string, mimeType: string): unknown => ({ fileName, mimeType, fileUrl: '/v2/attachments/library-warranty', size: 1_200 });
  await sides.answer({ type: 'text-with-attachments', text: 'The bill is here \uFFFC and the rest later', attachments: [file('bill.pdf', 'application/pdf')] });
  const words = desk.transcript.locator('.bubble-text').filter({ hasText: 'The bill is here' });
  await expect(words).toHaveText(/^The bill is here\s+bill\.pdf\s*PDF.*and the rest later$/s);
  await sides.answer({ type: 'text-with-attachments', text: '\uFFFC', attachments: [file('IMG_2041.HEIC', 'image/heic')] });
  await expect(desk.taskList.getByText('Picture', { exact: true })).toBeVisible();
  await sides.answer({ type: 'richLink', apple: { richLinkData: { url: 'https://shop.example/', title: 'Blue kettle', assets: {} } } });
  await expect(desk.transcript.getByRole('button', { name: /Blue kettle/ })).toBeVisible();
  expect(await violationsInEveryLook(page)).toEqual([]);
});

test('S14 a large answer of which nothing came is said to be lost', async ({ page, sandbox }) => {
  await page.clock.install();
  const { desk, sides } = await chat(page, sandbox);
  await sides.answer({ type: 'interactive', apple: { interactiveDataRef: { url: 'https://blob.example/1', title: 'Repair request' } } });
  await expect(desk.transcript.getByText('Receiving the answer…')).toBeVisible();
  await page.clock.fastForward('03:00');
  await expect(desk.transcript.getByText('The answer could not be retrieved from Apple')).toBeVisible();
});

test('S14 a simulated customer reacts, sends a file and answers a large form', async ({ page, sandbox }) => {
  const { desk, melissa } = await chat(page, sandbox);
  await sandbox.request('POST', '/sandbox/settings', { pace: 0 });
  await sandbox.request('POST', `/sandbox/tasks/${melissa.taskId}/customer`, { simulate: 'machine-en' });
  await desk.send('Does it still spin?');
  await expect(desk.transcript.getByText('The customer reacted: 👍')).toBeVisible();
  await desk.send('Do you have the receipt?');
  await expect(desk.transcript.locator('.bubble-text').getByText('receipt.pdf')).toBeVisible();
  await desk.send('Please fill in the form');
  await expect(desk.transcript.getByText('Receiving the answer…')).toBeVisible();
  await desk.send('One moment');
  await expect(desk.transcript.getByRole('definition')).toHaveText(['It is noisy', /\*{8}7542$/]);
  await expect(desk.transcript.getByText('Receiving the answer…')).toHaveCount(0);
});

test('S14 values in answers are masked, also when the answer is quoted, listed or split', async ({ page, sandbox }) => {
  const { desk, sides, melissa } = await chat(page, sandbox);
  await sides.answer(interactive({ listPicker: { sections: [{ items: [{ identifier: '4111111111111111', title: 'Call +447966197542', subtitle: 'or melissa@gmail.com' }] }] } }, 'Reach me on 07966 197542?'));
  await sides.answer(interactive({ dynamic: { selections: [{ pageIdentifier: 'p', subtitle: 'Your card', items: [{ title: '4111 1111 1111 1111' }] }, { pageIdentifier: 'i', subtitle: 'IBAN NL91ABNA0417164300', items: [] }] } }));
  await sides.answer({ type: 'richLink', apple: { richLinkData: { url: 'https://4111111111111111.example/melissa@gmail.com', title: 'Mail melissa@gmail.com', assets: {} } } });
  await sides.answer({ type: 'interactive', text: 'Card 4111 1111 1111 1111', apple: { interactiveData: { data: { listPicker: 'spoilt' } } } });
  await melissa.say('That is all');
  await expect(desk.bubble('That is all')).toBeVisible();
  await expect(desk.transcript).toContainText('*********7542');
  await expect(desk.transcript).toContainText('************1111');
  const shown = await page.content();
  for (const raw of ['447966197542', '07966 197542', 'melissa@gmail', '4111 1111 1111', '41111111', 'NL91ABNA0417164300']) expect(shown, raw).not.toContain(raw);
});

test('S14 whatever comes is a readable card, and the chat goes on', async ({ page, sandbox }) => {
  const { desk, sides, melissa } = await chat(page, sandbox);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  const folder = repository('src-shared/apple/fixtures');
  const wires = readdirSync(folder).map((name) => (JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { wire: AppleParams & { inbound: boolean } }).wire).filter(({ type }) => type !== 'close');
  const odd: readonly AppleParams[] = [null, [], 'x', 7, { interactiveData: { data: { listPicker: { sections: [[[]]] } } } }, { interactiveData: { data: { event: { timeslots: [{ startTime: {} }] } } } }].map((apple) => ({ type: 'interactive', apple }));
  for (const { inbound, ...params } of wires) await (inbound ? sides.answer(params) : sides.announce(params));
  for (const params of odd) await sides.answer(params);
  await expect(desk.transcript.getByText('A message that could not be read').last()).toBeVisible();
  await melissa.say('Are you still there?');
  await expect(desk.bubble('Are you still there?')).toBeVisible();
  // Upwards through all of it: every row is drawn once.
  await desk.transcript.focus();
  const texts = new Set<string>();
  for (let turn = 0; turn < 14; turn += 1) {
    for (const text of await desk.transcript.getByRole('article').allInnerTexts()) texts.add(text);
    await page.keyboard.press('PageUp');
  }
  await expect(desk.bubble('Hello')).toBeVisible();
  const all = [...texts].join('\n');
  expect(all).toContain('A list picker that could not be read');
  expect(all).toContain('A form that could not be read');
  expect(all).toContain('Apple Pay');
  expect(all).toContain('EUR 49.00');
  expect(all).toContain('iMessage app');
  expect(all).toContain('Sign-in · not completed');
  expect(all).not.toMatch(/\{"|\[object|undefined|never shown|javascript:|\uFFFC/);
  expect(failures).toEqual([]);
});
