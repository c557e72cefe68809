// S18: each conversation keeps what was begun in it: text, files, what was cleared, and all that is the agent's work also over a kill.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

// With blanks at both ends: the engine's check of spelling must not be given such a text.
const forMelissa = '  Tuesday at 11,\nor the day after? 🙂 ';
const forDaan = 'Half a sentence about the war';

test('S18 a cleared text waits in its own conversation; drafts and files are there as they were after a kill', async ({ launch, sandbox }) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'parley-drafts-'));
  try {
    const first = await launch({ userDataDir });
    const before = workspaceOf(first.page);
    await before.ready();
    await before.goAvailable();
    await openChat(sandbox, 'When can you come?');
    await before.accept('Melissa Jansen');
    await openChat(sandbox, 'Is this still covered?', { name: 'Daan Visser', number: '+31 6 2222 3333' });
    await before.accept('Daan Visser');

    const undo = before.conversation.getByRole('button', { name: 'Cleared. Undo' });
    await before.composer.fill(forDaan);
    await first.page.keyboard.press('ControlOrMeta+a');
    await first.page.keyboard.press('Delete');
    await expect(undo).toBeVisible();
    await before.openTask('Melissa Jansen');
    await expect(before.conversation.getByRole('heading', { name: 'Melissa Jansen' })).toBeVisible();
    await expect(undo).toHaveCount(0);
    await before.composer.fill(forMelissa);
    await before.openTask('Daan Visser');
    await expect(before.composer).toHaveValue('');
    await undo.press('Enter');
    await expect(before.composer).toHaveValue(forDaan);
    await expect(before.composer).toBeFocused();
    await before.openTask('Melissa Jansen');
    await expect(before.composer).toHaveValue(forMelissa);

    const manual = join(userDataDir, 'manual.pdf');
    await writeFile(manual, Buffer.alloc(200_000, 2));
    await first.electronApp.evaluate(({ dialog }, path) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] }); }, manual);
    await before.conversation.getByRole('button', { name: 'Attach files' }).click();
    // A file is in sight when it is on disk, and what was typed before it is on disk then as well.
    await expect(before.conversation.getByRole('list', { name: 'Attachments of the next message' }).getByRole('listitem')).toContainText('PDF · 200 kB');
    await first.kill();

    const again = await launch({ userDataDir });
    const after = workspaceOf(again.page);
    await after.ready();
    await expect(after.conversation.getByRole('heading', { name: 'Melissa Jansen' }), 'the conversation that was open').toBeVisible();
    await expect(after.composer).toHaveValue(forMelissa);
    const tray = after.conversation.getByRole('list', { name: 'Attachments of the next message' });
    await expect(tray.getByRole('listitem')).toContainText('manual.pdf');
    await after.openTask('Daan Visser');
    await expect(after.composer).toHaveValue(forDaan);
    await expect(tray).toHaveCount(0);
    await after.composer.press('Enter');
    await expect(after.bubble(forDaan)).toBeVisible();
    await after.openTask('Melissa Jansen');
    await expect(after.composer).toHaveValue(forMelissa);
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
