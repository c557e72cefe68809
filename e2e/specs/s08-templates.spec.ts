// S8 Templates: found, previewed as the customer will see them, sent in Apple's format, and answered.
import { expect, test, type Sandbox } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { openChat, type Customer } from '../pages/customer.ts';
import { typeMoment } from '../pages/moment-field.ts';
import { moveCustomer, sentBy, templateOf, templatesOf, type TemplatesPage } from '../pages/templates.ts';
import { workspaceOf, type Workspace } from '../pages/workspace.ts';
import type { Page } from '@playwright/test';

// A zone of its own, so that the times of the appointment and of the agent differ.
test.use({ appEnv: { TZ: 'Europe/London' } });

interface Scene {
  readonly desk: Workspace;
  readonly tpl: TemplatesPage;
  readonly melissa: Customer;
}

const iPhone = { capabilityList: 'AUTH,LIST,TIME,QUICK,AUTH2,FORM', deviceAgent: 'iPhone OS' };
const mac = { capabilityList: 'LIST,TIME,QUICK,AUTH2', deviceAgent: 'Mac OS X' };

async function chat(page: Page, sandbox: Sandbox, device = iPhone): Promise<Scene> {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello', { ...device, variables: { order: 'HV-204 881' } });
  await desk.accept('Melissa Jansen');
  return { desk, tpl: templatesOf(desk), melissa };
}

/** What is made anew for every message; the rest is written as the library has it. */
const ownMessage = { aliasId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown, timestamp: expect.any(Number) as unknown };

/** As the library has it, with an id and, where an answer is to come, a request of its own. */
async function exactly(sandbox: Sandbox, id: string): Promise<unknown> {
  const { message, ...params } = await templateOf(sandbox, id);
  const { apple } = params as { apple: { interactiveData: { data: object } } };
  const data = { ...apple.interactiveData.data, requestIdentifier: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown };
  return { ...params, message: { ...(message as object), ...ownMessage }, apple: { interactiveData: { ...apple.interactiveData, data } } };
}

test('S8 quick reply, list, time and form: previewed, sent as the library has them, and the answer comes back', async ({ page, sandbox }) => {
  const { desk, tpl, melissa } = await chat(page, sandbox);
  await moveCustomer(sandbox, melissa.taskId, { answers: 'inline', pick: 0, afterMs: 0 });
  const send = async (): Promise<void> => {
    await page.keyboard.press('Enter');
    await expect(tpl.picker).toBeHidden();
    await expect(desk.composer).toBeFocused();
    await expect(tpl.staged).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(tpl.staged).toBeHidden();
  };

  await tpl.find('warranty', 'Under warranty?');
  await expect(tpl.preview.getByRole('listitem')).toHaveText(['Yes', 'No', 'I’m not sure']);
  await send();
  await expect(desk.transcript.getByRole('button', { name: 'Answered “Is your machine still under warranty?”' })).toBeVisible();

  await tpl.find('machine', 'Which machine?');
  await expect(tpl.preview).toContainText('Opens when Melissa taps:');
  await expect(tpl.preview.getByRole('heading', { level: 4 })).toHaveText(['Washing machines · pick one', 'Dryers · pick one']);
  await send();
  await expect(desk.transcript.getByRole('article').filter({ hasText: 'Answered “Which machine do you have?”' }).getByRole('listitem')).toHaveText('Aria 8AW-8140, 8 kg');

  await tpl.find('visit', 'Technician visit');
  await expect(tpl.preview.getByRole('listitem')).toHaveCount(5);
  await expect(tpl.preview.getByRole('listitem').first()).toHaveText('09:00–10:0008:00 your time');
  await send();
  await expect(desk.transcript.getByRole('article').filter({ hasText: 'Answered “Technician visit”' })).toContainText('09:00–10:00 (UTC+1)');

  await tpl.find('repair request', 'Repair request');
  await expect(tpl.preview).toContainText('What is wrong?');
  await tpl.preview.getByRole('button', { name: 'Next' }).click();
  await expect(tpl.preview).toContainText('When did it start?');
  await tpl.preview.getByRole('button', { name: 'Next' }).click();
  await expect(tpl.preview).toContainText('Anything else?');
  await expect(tpl.preview).toContainText('Melissa checks the answers, then sends the form.');
  await tpl.search.focus();
  await send();
  await expect(desk.transcript.getByRole('article').filter({ hasText: 'Answered “Repair request”' }).getByRole('term')).toHaveText(['What is wrong?', 'When did it start?', 'Anything else?']);

  // A large answer is named first and read when its content comes, or said to be on its way.
  await moveCustomer(sandbox, melissa.taskId, { answers: 'reference', pick: 1, afterMs: 0 });
  await tpl.find('machine', 'Which machine?');
  await send();
  await expect(desk.transcript.getByRole('article').filter({ hasText: 'Answered “Which machine do you have?”' }).last()).toContainText('Lumen 7');
  await moveCustomer(sandbox, melissa.taskId, { answers: 'lost', afterMs: 0 });
  await tpl.find('warranty', 'Under warranty?');
  await send();
  await expect(desk.transcript.getByText('Receiving the answer…')).toBeVisible();

  const ids = ['under-warranty', 'which-machine', 'technician-visit', 'repair-request', 'which-machine', 'under-warranty'];
  expect(await sentBy(sandbox, melissa.taskId)).toEqual(await Promise.all(ids.map((id) => exactly(sandbox, id))));
});

test('S8 text lands at the cursor and asks for what it lacks; a link and a file are staged and go out after the words; what is withdrawn says why', async ({ page, sandbox }) => {
  const { desk, tpl, melissa } = await chat(page, sandbox);
  await desk.composer.fill('Good news: and so on');
  for (const _ of 'and so on') await page.keyboard.press('ArrowLeft');
  await tpl.find('refund', 'Refund');
  await page.keyboard.press('Enter');
  await expect(desk.composer).toHaveValue('Good news: The refund for order HV-204 881 will be on your account within three working days.and so on');
  await expect(desk.composer).toBeFocused();

  // A slash within a word is a slash; one that was meant as such comes back with what was typed.
  await desk.composer.fill('and');
  await page.keyboard.type('/or ');
  await expect(tpl.picker).toBeHidden();
  await page.keyboard.type('/x');
  await expect(tpl.search).toHaveValue('x');
  await page.keyboard.press('Escape');
  await expect(desk.composer).toHaveValue('and/or /x');
  await expect(desk.composer).toBeFocused();

  await desk.composer.fill('');
  await tpl.find('monteur', 'Monteur komt');
  await page.keyboard.press('Enter');
  const date = tpl.picker.getByRole('textbox', { name: 'date' });
  await expect(date).toBeFocused();
  await expect(tpl.picker.getByRole('button', { name: 'Add to message' })).toHaveAttribute('aria-disabled', 'true');
  await date.fill('3 december');
  await tpl.picker.getByRole('textbox', { name: 'from' }).fill('9.00');
  await tpl.picker.getByRole('textbox', { name: 'to' }).fill('11.00');
  await expect(tpl.preview).toContainText('De monteur komt op 3 december tussen 9.00 en 11.00. Ordernummer HV-204 881.');
  await page.keyboard.press('Enter');
  await expect(desk.composer).toHaveValue('De monteur komt op 3 december tussen 9.00 en 11.00. Ordernummer HV-204 881.');
  await page.keyboard.press('Enter');
  await expect(desk.transcript.getByText('De monteur komt op 3 december tussen 9.00 en 11.00.')).toBeVisible();

  await desk.composer.fill('Please book here:');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' ');
  await tpl.find('book', 'Book a repair online');
  await expect(tpl.preview).toContainText('www.haldenvos.example');
  await tpl.preview.getByText('Adjust').click();
  await tpl.preview.getByRole('textbox', { name: 'Title of the card' }).fill('Book your repair');
  await tpl.search.press('Enter');
  await expect(tpl.staged).toBeVisible();
  await expect(desk.composer).toHaveValue('Please book here: ');
  await desk.composer.press('Enter');
  await expect(desk.transcript.getByRole('button', { name: 'Link: Book your repair www.haldenvos.example' })).toBeVisible();

  await tpl.find('garantie', 'Garantievoorwaarden');
  await expect(tpl.preview).toContainText('garantie.pdf');
  await page.keyboard.press('Enter');
  await expect(tpl.staged).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(desk.transcript.getByText('garantie.pdf')).toBeVisible();

  // What the organisation withdraws meanwhile says so and is not added.
  await tpl.find('garantie', 'Garantievoorwaarden');
  await sandbox.request('POST', '/sandbox/policy', { attachments: { allowed: false } });
  await expect(tpl.row('Garantievoorwaarden')).toContainText('Withdrawn by your organisation');
  await page.keyboard.press('Enter');
  await expect(tpl.picker.getByRole('status').filter({ hasText: 'Withdrawn by your organisation' })).toHaveCount(1);
  await page.keyboard.press('Escape');

  expect(await sentBy(sandbox, melissa.taskId)).toEqual([
    { type: 'text', message: { ...ownMessage, text: 'De monteur komt op 3 december tussen 9.00 en 11.00. Ordernummer HV-204 881.' } },
    { type: 'text', message: { ...ownMessage, text: 'Please book here: ' } },
    {
      type: 'richLink', message: { ...ownMessage, text: 'https://www.haldenvos.example/repairs' },
      apple: { richLinkData: { url: 'https://www.haldenvos.example/repairs', title: 'Book your repair', assets: {} } },
    },
    {
      type: 'text-with-attachments',
      message: { ...ownMessage, text: 'Hierbij onze garantievoorwaarden.\uFFFC', attachments: [{ fileName: 'garantie.pdf', mimeType: 'application/pdf', fileUrl: '/v2/attachments/library-warranty' }] },
    },
  ]);
});

test('S9 the picker and the staged card follow the device the customer writes from', async ({ page, sandbox }) => {
  const { desk, tpl, melissa } = await chat(page, sandbox, mac);
  await tpl.find('repair request', 'Repair request');
  const form = tpl.row('Repair request');
  await expect(form).toHaveAttribute('aria-disabled', 'true');
  await expect(form).toContainText(/This customer’s Mac does not support forms\. Last seen \d\d:\d\d/);
  await page.keyboard.press('Enter');
  await expect(tpl.picker.getByRole('status').filter({ hasText: 'does not support forms' })).toHaveCount(1);
  expect(await violationsInEveryLook(page)).toEqual([]);

  // The picker is open while the customer takes the phone, and the form can be used at once.
  await moveCustomer(sandbox, melissa.taskId, { device: 'iPhone', say: 'I am on my phone now' });
  await expect(form).not.toHaveAttribute('aria-disabled');
  await expect(tpl.picker.getByRole('status').filter({ hasText: /^The customer now writes from iPhone\. \d+ templates can be used, 0 cannot\.$/ })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(tpl.staged).toHaveAccessibleName('Ready to send: Repair request');

  // Back on the Mac with the card staged: it stays, turns amber and holds everything back.
  await desk.composer.fill('Could you fill this in?');
  await moveCustomer(sandbox, melissa.taskId, { device: 'mac', say: 'And back at my desk' });
  await expect(tpl.staged).toContainText('This customer’s Mac does not support forms');
  await expect(desk.conversation.getByRole('button', { name: 'Send', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await desk.composer.press('Enter');
  await expect(desk.composer).toHaveValue('Could you fill this in?');
  expect(await sentBy(sandbox, melissa.taskId)).toEqual([]);
  expect(await violationsInEveryLook(page)).toEqual([]);
  await tpl.staged.getByRole('button', { name: 'Send as text instead' }).click();
  await expect(tpl.staged).toBeHidden();
  await expect(desk.composer).toHaveValue('Could you fill this in?');
  await expect.poll(() => sentBy(sandbox, melissa.taskId)).toMatchObject([{ type: 'text', message: { text: expect.stringContaining('What is wrong?') as unknown } }]);

  // A device that has not said what it supports gets what every device shows; the rest goes as text from the list.
  await moveCustomer(sandbox, melissa.taskId, { device: 'unknown', say: 'Another one' });
  await desk.composer.fill('');
  await tpl.find('machine', 'Which machine?');
  await expect(tpl.row('Which machine?')).toContainText('has not said whether it supports list pickers');
  await page.keyboard.press('Shift+Enter');
  await expect(tpl.staged).toContainText('Text');
  await tpl.staged.getByRole('button', { name: 'Remove “Which machine?”' }).press('Delete');
  await expect(tpl.staged).toBeHidden();
  await expect(desk.composer).toBeFocused();

  // What the contact centre refuses although the picker allowed it stays in the chat and can go as text.
  await moveCustomer(sandbox, melissa.taskId, { device: 'mac', say: 'At my desk again' });
  await tpl.find('machine', 'Which machine?');
  await page.keyboard.press('Enter');
  await expect(tpl.staged).toBeVisible();
  await sandbox.request('POST', `/sandbox/tasks/${melissa.taskId}/append-failures`, { reason: 'unsupportedByDevice' });
  await page.keyboard.press('Enter');
  await desk.transcript.getByRole('button', { name: 'Send as text instead' }).click();
  await expect.poll(async () => (await sentBy(sandbox, melissa.taskId)).at(-1)).toMatchObject({ type: 'text', message: { text: expect.stringContaining('Aria 8') as unknown } });
});

test('S8 times, items, the start of a form and the picture of a link are changed before sending; what is wrong is named', async ({ page, sandbox }) => {
  const { desk, tpl, melissa } = await chat(page, sandbox);
  const add = tpl.picker.getByRole('button', { name: 'Add to message' });
  const sendCard = async (): Promise<void> => {
    await add.click();
    await expect(tpl.staged).toBeVisible();
    await desk.composer.press('Enter');
    await expect(tpl.staged).toBeHidden();
  };

  await tpl.find('visit', 'Technician visit');
  // What is found while typing is drawn without its editor and the hundreds of time zones in it.
  await expect(tpl.preview.getByRole('listitem')).toHaveCount(5);
  await expect(tpl.preview.locator('option')).toHaveCount(0);
  await tpl.preview.getByText('Adjust').click();
  const removes = tpl.preview.getByRole('button', { name: /^Remove / });
  await expect(removes).toHaveCount(5);
  for (let left = 5; left > 0; left -= 1) {
    await removes.first().click();
    await expect(removes).toHaveCount(left - 1);
  }
  await expect(tpl.preview).toContainText('there is no time to choose');
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  // Hours on the clock of the place, whatever the agent's says.
  await tpl.preview.getByRole('combobox', { name: 'Time zone' }).selectOption('America/New_York');
  await typeMoment(tpl.preview.getByRole('group', { name: 'First day' }), '10/31/2031');
  await tpl.preview.getByRole('textbox', { name: 'Days' }).fill('2');
  await typeMoment(tpl.preview.getByRole('group', { name: 'From' }), '09:00');
  await typeMoment(tpl.preview.getByRole('group', { name: 'Until' }), '12:00');
  await tpl.preview.getByRole('textbox', { name: 'Minutes each' }).fill('90');
  await tpl.preview.getByRole('textbox', { name: 'Minutes between' }).fill('0');
  await tpl.preview.getByRole('button', { name: 'Replace the times' }).click();
  // Friday and, over the weekend in which the clock changes, Monday: warned of, and held back by nothing.
  await expect(removes).toHaveCount(4);
  await expect(tpl.preview).toContainText('the clock changes between these times');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await expect(add).not.toHaveAttribute('aria-disabled');
  await typeMoment(tpl.preview.getByRole('group', { name: 'First day' }), '11/28/2031');
  await tpl.preview.getByRole('button', { name: 'Replace the times' }).click();
  await expect(tpl.preview).not.toContainText('the clock changes');
  await expect(removes).toHaveCount(4);
  await expect(tpl.preview.getByText('09:00–10:30').first()).toBeVisible();
  await sendCard();

  await tpl.find('machine', 'Which machine?');
  await tpl.preview.getByText('Adjust').click();
  await tpl.preview.getByRole('checkbox', { name: 'Aria 9' }).uncheck();
  await tpl.preview.getByRole('checkbox', { name: 'Lumen 7' }).uncheck();
  await expect(tpl.preview.getByRole('heading', { level: 4 })).toHaveText(['Washing machines · pick one']);
  await sendCard();

  await tpl.find('repair request', 'Repair request');
  await tpl.preview.getByText('Adjust').click();
  await tpl.preview.getByRole('combobox', { name: 'Start at' }).selectOption({ label: 'When did it start?' });
  await expect(tpl.preview.getByText('It leaks')).toBeHidden();
  await sendCard();

  await tpl.find('book', 'Book a repair online');
  await tpl.preview.getByText('Adjust').click();
  const picture = await page.screenshot();
  expect(picture.length).toBeGreaterThan(20_000);
  await tpl.preview.locator('input[type="file"]').setInputFiles({ name: 'window.png', mimeType: 'image/png', buffer: picture });
  await tpl.preview.getByRole('textbox', { name: 'What the picture shows' }).fill('The window');
  await expect(tpl.preview.getByRole('img', { name: 'The window' })).toBeVisible();
  await tpl.preview.locator('input[type="file"]').setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(tpl.preview.getByRole('alert')).toBeVisible();
  await sendCard();
  // Taken up again, a staged card is where it was left.
  await tpl.find('book', 'Book a repair online');
  await tpl.preview.getByText('Adjust').click();
  await tpl.preview.getByRole('textbox', { name: 'Title of the card' }).fill('x'.repeat(201));
  await expect(tpl.preview).toContainText('title: 1 character too long, at most 200');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await tpl.preview.getByRole('textbox', { name: 'Title of the card' }).fill('Come and book');
  await add.click();
  await tpl.staged.getByRole('button', { name: 'Adjust “Book a repair online”' }).click();
  await expect(tpl.preview).toContainText('Come and book');

  const sent = await sentBy(sandbox, melissa.taskId);
  const apple = sent.map((params) => params['apple'] as { interactiveData: { data: unknown }; richLinkData: { assets: { image: { data: string; mimeType: string } } } });
  const dataOf = (index: number): unknown => apple[index]?.interactiveData.data;
  expect(dataOf(0)).toMatchObject({ event: { timezoneOffset: -300, timeslots: ['28T14:00', '28T15:30', '01T14:00', '01T15:30'].map((start) => ({ startTime: expect.stringMatching(`^2031-1[12]-${start}\\+0000$`), duration: 5_400 })) } });
  expect(dataOf(1)).toMatchObject({ listPicker: { sections: [{ title: 'Washing machines', items: [{ identifier: 'aria-8' }] }] } });
  expect(dataOf(2)).toMatchObject({ dynamic: { data: { startPageIdentifier: 'since', pages: [{ pageIdentifier: 'since' }, { pageIdentifier: 'remarks' }] } } });
  const { data = '', mimeType } = apple[3]?.richLinkData.assets.image ?? {};
  expect(mimeType).toBe('image/png');
  expect(Buffer.from(data, 'base64').subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(Buffer.from(data, 'base64').length).toBeLessThanOrEqual(200_000);
});

test('S8 a web address alone is offered as a rich link, and goes out as one', async ({ page, sandbox }) => {
  const { desk, tpl, melissa } = await chat(page, sandbox);
  await desk.composer.fill('https://www.haldenvos.example/aria-8');
  await desk.conversation.getByRole('button', { name: 'Send as rich link' }).click();
  await expect(tpl.staged).toContainText('www.haldenvos.example');
  await expect(desk.composer).toHaveValue('');
  await expect(desk.composer).toBeFocused();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(tpl.staged).toBeHidden();
  await expect.poll(() => sentBy(sandbox, melissa.taskId)).toMatchObject([{ type: 'richLink' }]);
});
