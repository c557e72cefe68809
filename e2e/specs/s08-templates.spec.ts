// S8 Templates: found, previewed as the customer will see them, sent in Apple's format, and answered.
import { expect, test, type Sandbox } from '../fixtures/app.ts';
import { violationsOf } from '../fixtures/axe.ts';
import { openChat, type Customer } from '../pages/customer.ts';
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

test('S8 quick reply, list, time and form: previewed, sent as the library has them, and the answer comes back', async ({ page, sandbox }) => {
  const { desk, tpl, melissa } = await chat(page, sandbox);
  await moveCustomer(sandbox, melissa.taskId, { answers: 'inline', pick: 0, afterMs: 0 });
  /** As the library has it, with a request of its own. */
  const exactly = async (id: string): Promise<unknown> => {
    const { message, ...params } = await templateOf(sandbox, id);
    const { apple } = params as { apple: { interactiveData: { data: object } } };
    const data = { ...apple.interactiveData.data, requestIdentifier: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown };
    return { ...params, message: { ...(message as object), aliasId: expect.any(String) as unknown, timestamp: expect.any(Number) as unknown }, apple: { interactiveData: { ...apple.interactiveData, data } } };
  };
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

  const ids = ['under-warranty', 'which-machine', 'technician-visit', 'repair-request'];
  expect(await sentBy(sandbox, melissa.taskId)).toEqual(await Promise.all(ids.map(exactly)));
});

test('S8 text lands at the cursor and asks for what it lacks; a link and a file are staged and go out after the words', async ({ page, sandbox }) => {
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

  expect(await sentBy(sandbox, melissa.taskId)).toMatchObject([
    { type: 'text', message: { text: 'Please book here: ' } },
    { type: 'richLink', message: { text: 'https://www.haldenvos.example/repairs' }, apple: { richLinkData: { url: 'https://www.haldenvos.example/repairs', title: 'Book your repair', assets: {} } } },
    { type: 'text-with-attachments', message: { attachments: [{ fileName: 'garantie.pdf', mimeType: 'application/pdf', fileUrl: '/v2/attachments/library-warranty' }] } },
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
  expect(await violationsOf(page)).toEqual([]);

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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page), colorScheme).toEqual([]);
  }
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
});
