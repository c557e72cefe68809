// S7: what an agent attaches: chosen, dropped or pasted, checked against the rules, uploaded, sent; and what stops it.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { violationsInEveryLook } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/app.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';
import { contactCentreOf } from '../pages/contact-centre.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

interface SentFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly fileUrl: string;
  readonly size: number;
}

/** What agents sent, as the contact centre has it. */
async function sentBy(sandbox: Sandbox, taskId: string): Promise<readonly { readonly text: string; readonly files: readonly SentFile[] }[]> {
  const { body } = await sandbox.request('GET', `/v2/tasks/${taskId}/messages?limit=200`);
  const { data } = body as { readonly data: readonly { readonly senderType: string; readonly channelParams: { readonly message: { readonly text: string; readonly attachments?: readonly SentFile[] } } }[] };
  return data.filter(({ senderType }) => senderType === 'agent').map(({ channelParams: { message } }) => ({ text: message.text, files: message.attachments ?? [] }));
}

/** The system's window for choosing files, answered in its place. */
const choosing = (electronApp: ElectronApplication, ...paths: readonly string[]): Promise<void> =>
  electronApp.evaluate(({ dialog }, filePaths) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths }); }, [...paths]);

async function fileOf(name: string, bytes: Buffer): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'parley-attach-')), name);
  await writeFile(path, bytes);
  return path;
}

/** As the browser hands over what is dropped on, or pasted into, an element. A picture is one, with something behind it to make it as large as wanted. */
const hand = (target: Locator, how: 'drop' | 'paste', name: string, type: string, size: number): Promise<void> =>
  target.evaluate(async (element, [kind, fileName, mimeType, length]) => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext('2d')?.fillRect(0, 0, 20, 30);
    const start = mimeType === 'image/png' ? await canvas.convertToBlob() : new Blob([]);
    const data = new DataTransfer();
    data.items.add(new File([start, new Uint8Array(length - start.size).fill(7)], fileName, { type: mimeType }));
    const init = { bubbles: true, cancelable: true };
    if (kind === 'paste') element.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
    else for (const step of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(step, { ...init, dataTransfer: data }));
  }, [how, name, type, size] as const);

const stage = async (page: Page, sandbox: Sandbox) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  return { desk, melissa, centre: contactCentreOf(sandbox), tray: desk.conversation.getByRole('list', { name: 'Attachments of the next message' }), send: desk.conversation.getByRole('button', { name: 'Send' }) };
};

test.describe('within the rules', () => {
  test.use({ policy: { attachments: { allowed: true, maxCount: 3, maxSize: 3_000_000, mimeTypes: ['image/png', 'application/pdf'] } } });

  test('S7 files are chosen, dropped and pasted, refused with the reason, sent in order, and their names are masked', async ({ page, sandbox, electronApp }) => {
    const { desk, melissa, tray, send } = await stage(page, sandbox);
    const attach = desk.conversation.getByRole('button', { name: 'Attach files' });
    await expect(attach).toHaveAccessibleDescription('Up to 3 files with a message, at most 3 MB each. Allowed: PNG, PDF.');
    await choosing(electronApp, await fileOf('invoice +447966197542.pdf', Buffer.alloc(900_000, 1)), await fileOf('huge.pdf', Buffer.alloc(3_000_001, 1)));
    await attach.press('Enter');
    await expect(tray.getByRole('listitem')).toHaveCount(2);
    await expect(tray.getByRole('listitem').first()).toContainText(/invoice .*\*{9}7542\.pdf/);
    await expect(tray.getByRole('listitem').nth(1)).toContainText('The file is too large: at most 3 MB.');
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    expect(await violationsInEveryLook(page)).toEqual([]);
    await tray.getByRole('button', { name: 'Remove huge.pdf' }).press('Enter');
    await expect(tray.getByRole('button', { name: 'Remove invoice *********7542.pdf' }), 'the focus goes to the next one').toBeFocused();

    // Held over it, then taken elsewhere: also when what it was held over has gone meanwhile.
    const zone = page.getByText('Drop files to attach them');
    await desk.transcript.evaluate((log) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.png'));
      const passing = log.appendChild(document.createElement('div'));
      for (const over of [passing, log]) over.dispatchEvent(new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer }));
      passing.remove();
    });
    await expect(zone).toBeVisible();
    expect(await violationsInEveryLook(page)).toEqual([]);
    await desk.transcript.evaluate((log) => { log.dispatchEvent(new DragEvent('dragleave', { bubbles: true })); });
    await expect(zone).toHaveCount(0);

    await hand(desk.transcript, 'drop', 'display.png', 'image/png', 2_500_000);
    await hand(desk.composer, 'paste', 'image.png', 'image/png', 10_000);
    await hand(desk.composer, 'paste', 'one-too-many.png', 'image/png', 10_000);
    await expect(tray.getByRole('listitem')).toHaveCount(4);
    await expect(tray.getByRole('listitem').filter({ hasText: 'display.png' }).locator('img'), 'a picture is seen before it is sent').toHaveJSProperty('naturalWidth', 40);
    await expect(tray.getByRole('listitem').nth(3)).toContainText('At most 3 files can go with a message.');
    await tray.getByRole('button', { name: 'Remove one-too-many.png' }).click();
    await desk.composer.fill('Here they are');
    await desk.composer.press('Enter');
    await expect(tray).toHaveCount(0);
    await desk.send('Do they help?');
    await expect.poll(async () => (await sentBy(sandbox, melissa.taskId)).length).toBe(2);
    const [first, second] = await sentBy(sandbox, melissa.taskId);
    expect(first?.files.map(({ fileName, mimeType, size }) => [fileName, mimeType, size])).toEqual([
      ['invoice +447966197542.pdf', 'application/pdf', 900_000], ['display.png', 'image/png', 2_500_000], ['image.png', 'image/png', 10_000],
    ]);
    expect(second?.text).toBe('Do they help?');
    await expect(desk.transcript.getByText('*********7542').first()).toBeAttached();
    const everything = await page.evaluate(async () => JSON.stringify(await window.parley.snapshot()) + document.documentElement.outerHTML);
    expect(everything).not.toContain('7966197542');
  });
});

test('S7 an upload shows its progress, goes on after the network was away, and can be cancelled', async ({ page, sandbox, electronApp }) => {
  const { desk, melissa, centre, tray } = await stage(page, sandbox);
  await centre.fault({ target: 'rest', kind: 'delay', ms: 300, path: '/v2/attachments', count: 100 });
  await choosing(electronApp, await fileOf('manual.pdf', Buffer.alloc(6_000_000, 2)), await fileOf('other.pdf', Buffer.alloc(6_000_000, 3)));
  await desk.conversation.getByRole('button', { name: 'Attach files' }).click();
  const manual = tray.getByRole('listitem').filter({ hasText: 'manual.pdf' });
  await expect(manual).toContainText(/Uploading, [1-9]\d?%/);
  await expect(manual.getByRole('progressbar', { name: 'manual.pdf: progress' })).toBeVisible();
  await tray.getByRole('button', { name: 'Remove other.pdf' }).click();
  await expect(tray.getByRole('listitem')).toHaveCount(1);
  // Everything breaks, then nothing answers for a while.
  await centre.fault({ target: 'rest', kind: 'drop', when: 'before', path: '/v2/attachments', count: 3 });
  await centre.fault({ target: 'socket', kind: 'drop' });
  await desk.composer.fill('The manual');
  await desk.composer.press('Enter');
  await expect(desk.transcript.getByRole('progressbar', { name: 'manual.pdf: progress' }), 'in the bubble that waits for it').toBeVisible();
  await expect.poll(async () => (await sentBy(sandbox, melissa.taskId)).map(({ files }) => files.map(({ fileName, size }) => [fileName, size])), { timeout: 15_000 }).toEqual([[['manual.pdf', 6_000_000]]]);
});

test('S5 the business account is removed during an upload: it stops, and the file stays in sight', async ({ page, sandbox, electronApp }) => {
  const { desk, melissa, centre, tray } = await stage(page, sandbox);
  await centre.fault({ target: 'rest', kind: 'delay', ms: 1_000, path: '/v2/attachments', count: 100 });
  await choosing(electronApp, await fileOf('manual.pdf', Buffer.alloc(6_000_000, 2)));
  await desk.conversation.getByRole('button', { name: 'Attach files' }).click();
  await expect(tray.getByRole('progressbar')).toBeVisible();
  await centre.removeAsset();
  await expect(desk.conversation.getByRole('alert').filter({ hasText: 'Conversation interrupted' })).toBeVisible();
  await expect(tray.getByRole('listitem')).toContainText('waiting to be uploaded');
  await expect(desk.conversation.getByRole('button', { name: 'Attach files' })).toHaveCount(0);
  await hand(desk.transcript, 'drop', 'display.png', 'image/png', 1_000);
  await expect(tray.getByRole('listitem')).toHaveCount(1);
  expect(await sentBy(sandbox, melissa.taskId)).toEqual([]);
});

test.describe('where files are not allowed', () => {
  test.use({ policy: { attachments: { allowed: false } } });
  test('S7 the clip says so and nothing can be dropped', async ({ page, sandbox }) => {
    const { desk, tray } = await stage(page, sandbox);
    await expect(desk.conversation.getByRole('button', { name: 'Attach files' })).toHaveAttribute('aria-disabled', 'true');
    await expect(desk.conversation.getByRole('button', { name: 'Attach files' })).toHaveAccessibleDescription('Your organisation does not allow attachments.');
    await hand(desk.transcript, 'drop', 'display.png', 'image/png', 1_000);
    await expect(tray).toHaveCount(0);
  });
});
