// S13: the reason and notes an agent leaves after each chat.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S13 wrap-up: search, keyboard, notes; the notes and the reason are the contact centre’s', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Thank you, that was all');
  await desk.accept('Melissa Jansen');
  await desk.end();
  const search = desk.wrapUpDialog.getByPlaceholder('Search reasons');
  await expect(search).toBeFocused();
  await search.fill('refund');
  await expect(desk.wrapUpDialog.getByRole('option')).toHaveText(['Refund issued']);
  await search.fill('no such thing');
  await expect(desk.wrapUpDialog.getByText('No reason matches. Try another word.')).toBeVisible();
  await search.fill('repair');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await desk.wrapUpDialog.getByRole('textbox', { name: /^Notes/ }).fill('Visit Wednesday 11:00.\nPieter refunds the fee.');
  await page.keyboard.press('Control+Enter');
  await expect(desk.wrapUpDialog).toBeHidden();
  await centre.recorded({ kind: 'command', taskId: melissa.taskId, command: 'patch', accepted: true, reason: 'wrapUpNotes' });
  await centre.recorded({ kind: 'taskState', taskId: melissa.taskId, change: 'wrappedUp', detail: 'Repair booked: Repair booked' });
});

test('S13 a refusal of the contact centre is explained, and nothing that was chosen is lost', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  const centre = contactCentreOf(sandbox);
  await desk.ready();
  await desk.goAvailable();
  await openChat(sandbox, 'Thank you');
  await desk.accept('Melissa Jansen');
  await desk.end();
  await centre.fault({ target: 'rest', kind: 'refuse', status: 500, path: '/wrapup' });
  await desk.wrapUpDialog.getByRole('option', { name: 'Question answered' }).click();
  await desk.wrapUpDialog.getByRole('button', { name: 'Submit wrap-up' }).click();
  await expect(desk.wrapUpDialog.getByText(/^The contact centre refused this/)).toBeVisible();
  await expect(desk.wrapUpDialog.getByRole('option', { name: 'Question answered' })).toHaveAttribute('aria-selected', 'true');
  await desk.wrapUpDialog.getByRole('button', { name: 'Submit wrap-up' }).click();
  await expect(desk.wrapUpDialog).toBeHidden();
});

test.describe('automatic wrap-up', () => {
  test.use({ policy: { wrapUp: { auto: true, afterSeconds: 4, extensionAllowed: true } } });

  test('S13 automatic wrap-up counts down, can be extended, and submits the default with what was noted', async ({ page, sandbox }) => {
    const desk = workspaceOf(page);
    const centre = contactCentreOf(sandbox);
    await desk.ready();
    await desk.goAvailable();
    const melissa = await openChat(sandbox, 'Bye');
    await desk.accept('Melissa Jansen');
    await desk.end();
    await expect(desk.wrapUpDialog.getByText(/Auto wrap-up in/)).toBeVisible();
    await expect(desk.wrapUpDialog.getByText('Submits your choice, or “Other” if none is chosen')).toBeVisible();
    await desk.wrapUpDialog.getByRole('textbox', { name: /^Notes/ }).fill('Said goodbye');
    await expect(desk.wrapUpDialog).toBeHidden();
    await centre.recorded({ kind: 'taskState', taskId: melissa.taskId, change: 'wrappedUp', detail: 'Other: Other' });
    await centre.recorded({ kind: 'command', taskId: melissa.taskId, command: 'patch', accepted: true });

    await openChat(sandbox, 'Once more', { name: 'Daan Visser' });
    await desk.accept('Daan Visser');
    await desk.end();
    await desk.wrapUpDialog.getByRole('button', { name: 'Extend' }).click();
    await expect(desk.wrapUpDialog.getByText(/Auto wrap-up in 01:0\d|Auto wrap-up in 00:5\d/)).toBeVisible();
    await desk.wrapUp('Repair booked');
  });
});

test.describe('automatic wrap-up without Extend', () => {
  test.use({ policy: { wrapUp: { auto: true, afterSeconds: 60, extensionAllowed: false } } });

  test('S13 where the policy allows no extension there is no Extend', async ({ page, sandbox }) => {
    const desk = workspaceOf(page);
    await desk.ready();
    await desk.goAvailable();
    await openChat(sandbox, 'Bye');
    await desk.accept('Melissa Jansen');
    await desk.end();
    await expect(desk.wrapUpDialog.getByText(/Auto wrap-up in/)).toBeVisible();
    await expect(desk.wrapUpDialog.getByRole('button', { name: 'Extend' })).toHaveCount(0);
    await desk.wrapUp('Other');
  });
});

test('S13 pending wrap-ups are there after a power cut, with what was chosen and written', async ({ launch, sandbox }) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'parley-e2e-'));
  try {
    const first = await launch({ userDataDir });
    const before = workspaceOf(first.page);
    await before.ready();
    await before.goAvailable();
    await openChat(sandbox, 'Bye');
    await before.accept('Melissa Jansen');
    await before.end();
    await before.wrapUpDialog.getByRole('option', { name: 'Warranty claim' }).click();
    const notes = before.wrapUpDialog.getByRole('textbox', { name: /^Notes/ });
    await notes.fill('Serial number follows');
    await notes.blur();
    const drafts = (): Promise<string[]> => first.page.evaluate(async () =>
      Object.values((await window.parley.snapshot()).view.tasks).map((task) => (task.phase.name === 'wrapUp' ? task.phase.draft.notes : '')));
    await expect.poll(drafts).toEqual(['Serial number follows']);
    await first.kill();

    const again = await launch({ userDataDir });
    const desk = workspaceOf(again.page);
    await desk.ready();
    await expect(desk.taskList.getByRole('button', { name: /Melissa Jansen/ })).toContainText('Wrap-up');
    await expect(desk.wrapUpDialog).toBeVisible();
    await expect(desk.wrapUpDialog.getByRole('option', { name: 'Warranty claim' }).first()).toHaveAttribute('aria-selected', 'true');
    await expect(desk.wrapUpDialog.getByRole('textbox', { name: /^Notes/ })).toHaveValue('Serial number follows');
    await again.page.keyboard.press('Escape');
    await expect(desk.wrapUpDialog).toBeVisible();
    await desk.wrapUpDialog.getByRole('button', { name: 'Submit wrap-up' }).click();
    await expect(desk.taskList.getByText('Melissa Jansen')).toHaveCount(0);
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
