// The conversation as a file: all of it, in text and in PDF, as masked as it is shown.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from '../fixtures/app.ts';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

const canaries = ['4111 1111 1111 1111', 'melissa@gmail.com', '+447966197542'];

/** Everything a PDF holds that can be read without its fonts. */
function inflated(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not a compressed stream, or the end of one.
    }
  }
  return parts.join('\n');
}

test('S6 an export holds the whole conversation and nothing that is hidden; with masking off it holds it', async ({ app, page, sandbox }) => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-export-'));
  try {
    // The system's own dialog is the edge: it answers where, or that nobody wants it.
    const answerDialog = (file: string | null) => app.electronApp.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: (...given: unknown[]) => {
        Object.assign(globalThis, { suggested: (given.at(-1) as { defaultPath: string }).defaultPath });
        return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
      } });
    }, file);
    const desk = workspaceOf(page);
    await desk.ready();
    await desk.goAvailable();
    const melissa = await openChat(sandbox, 'Hallo, één vraag over mijn wasmachine');
    await desk.accept('Melissa Jansen');
    for (const raw of canaries) await melissa.say(`It is ${raw}`);
    await melissa.say('مرحبًا، الغسالة لا تعمل');
    for (let line = 0; line < 230; line += 1) await melissa.say(`Line ${String(line)}`);
    await desk.send('Thank you, Melissa');
    await expect(desk.transcript.getByText(/Sent$/).last()).toBeVisible();

    const save = async (format: 'text' | 'PDF', file: string | null): Promise<void> => {
      await answerDialog(file);
      await page.getByRole('button', { name: 'Conversation actions' }).click();
      await page.getByRole('menuitem', { name: `Export as ${format}…` }).click();
    };
    await page.getByRole('button', { name: 'Conversation actions' }).click();
    await expect(page.getByRole('menuitem', { name: 'Export as PDF…' })).toBeVisible();
    expect(await violationsInEveryLook(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const told = page.getByText('The conversation is saved, 236 messages');
    await save('text', null);
    await expect(page.getByText('Exporting the conversation…')).toHaveCount(0);
    const text = join(folder, 'a.txt');
    await save('text', text);
    await expect(told).toBeVisible();
    expect(await app.electronApp.evaluate(() => Reflect.get(globalThis, 'suggested') as unknown)).toMatch(/conversation-\d{4}-\d\d-\d\d-\d{4}\.txt$/);
    const words = await readFile(text, 'utf8');
    for (const whole of ['Hallo, één vraag over mijn wasmachine', 'مرحبًا، الغسالة لا تعمل', 'Line 0', 'Line 229', 'Thank you, Melissa', 'm******@gmail.com']) expect(words).toContain(whole);
    for (const raw of canaries) expect(words, raw).not.toContain(raw);
    expect(await violationsInEveryLook(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();

    const pdf = join(folder, 'a.pdf');
    await save('PDF', pdf);
    await expect(told).toBeVisible();
    const bytes = await readFile(pdf);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const inside = inflated(bytes);
    expect(inside.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(2);
    for (const raw of canaries) expect(inside, raw).not.toContain(raw);
    // Tagged, so that a screen reader reads headings, lists and paragraphs in their order.
    expect(inside).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(inside).toContain('/StructTreeRoot');
    expect(app.electronApp.windows()).toHaveLength(1);

    await save('text', join(folder, 'missing', 'a.txt'));
    await expect(page.getByText(/could not be (saved|written) there/)).toBeVisible();

    await sandbox.request('POST', '/sandbox/policy', { masking: false });
    await expect(desk.transcript.getByText('Thank you, Melissa')).toBeVisible();
    await expect.poll(() => page.evaluate(async () => (await window.parley.snapshot()).view.app.masking)).toBe(false);
    const open = join(folder, 'open.txt');
    await save('text', open);
    await expect(told).toBeVisible();
    const unmasked = await readFile(open, 'utf8');
    for (const raw of canaries) expect(unmasked).toContain(raw);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
