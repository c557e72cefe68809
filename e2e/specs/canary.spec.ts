// The canaries: with masking on, no value a customer wrote is anywhere outside of main's memory; with masking off they are seen, so the scan can fail.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, type RunningApp } from '../fixtures/app.ts';
import { allLabels, canariesIn, canary, isFirstPart } from '../fixtures/canary.ts';
import { test } from '../fixtures/desktop.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';
import { copyTranscript, leaksIn, recordTraffic, tracesInHeap, tracesInWindow, tracesOnDisk } from '../fixtures/traces.ts';
import { saveDiagnostics } from '../pages/diagnostics.ts';
import { lastLine, openCanaryChat, writeCanaries, writeNews } from '../pages/canary-chats.ts';
import { openChat, type Customer } from '../pages/customer.ts';
import { workspaceOf, type Workspace } from '../pages/workspace.ts';

test.setTimeout(120_000);

interface Scene {
  readonly desk: Workspace;
  /** What main has sent to the page since the start. */
  readonly sent: () => Promise<string[]>;
  readonly reader: Customer;
  readonly waiting: Customer;
}

/** The driver's own record of the page keeps copies of its text in the page's memory. */
const withoutTracing = (app: RunningApp): Promise<void> => app.electronApp.context().tracing.stop();

/** Two chats: one open, one that waits. Everything is written while the agent is at another window, so that the desktop tells of it. */
async function play(app: RunningApp, sandbox: Sandbox): Promise<Scene> {
  await withoutTracing(app);
  const { sent } = await recordTraffic(app);
  const desk = workspaceOf(app.page);
  await desk.ready();
  await desk.goAvailable();
  const heading = desk.conversation.getByRole('heading', { level: 1 });
  const accept = async (who: RegExp): Promise<void> => {
    await desk.offers.getByRole('button', { name: /^Accept request from/ }).click();
    await expect(heading).toContainText(who);
  };
  const waiting = await openChat(sandbox, 'Good morning', { name: 'Daan Visser' });
  await accept(/Daan/);
  await leave(app);
  const reader = await openCanaryChat(sandbox);
  await expect(desk.offers.getByRole('button', { name: /^Accept request from/ })).toHaveCount(1);
  await comeBack(app);
  await accept(/gmail/);
  await leave(app);
  await writeCanaries(reader);
  await writeNews(waiting);
  await expect(desk.bubble(lastLine)).toHaveCount(1);
  await expect.poll(() => unreadOf(app, waiting)).toBe(3);
  return { desk, sent, reader, waiting };
}

const unreadOf = ({ page }: RunningApp, { taskId }: Customer): Promise<number | undefined> =>
  page.evaluate(async (id) => (await window.parley.snapshot()).view.tasks[id]?.unread, taskId);

const leave = ({ electronApp }: RunningApp): Promise<void> => electronApp.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.hide(); });

async function comeBack({ electronApp }: RunningApp): Promise<void> {
  await electronApp.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.show();
    window?.focus();
  });
  await expect.poll(() => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused())).toBe(true);
}

/** To one end of the conversation, so that the bubbles there are drawn. */
async function readTo({ page }: RunningApp, desk: Workspace, key: 'Home' | 'End', there: Locator): Promise<void> {
  await desk.transcript.focus();
  // Again, as a reader would: rows measured just after the window came back move what is in view.
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(there).toBeInViewport({ timeout: 1_000 });
  }).toPass();
}

const readUp = (app: RunningApp, desk: Workspace): Promise<void> => readTo(app, desk, 'Home', desk.transcript.getByText(/^My card/).first());

/** A file of the agent's whose name holds values, beside the message they write. It lies outside of the profile, as an agent's files do. */
async function attachCanary({ electronApp }: RunningApp, desk: Workspace): Promise<Locator> {
  const path = join(await mkdtemp(join(tmpdir(), 'parley-canary-file-')), canary.attached);
  await writeFile(path, Buffer.alloc(20_000, 1));
  await electronApp.evaluate(({ dialog }, chosen) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] }); }, path);
  await desk.conversation.getByRole('button', { name: 'Attach files' }).click();
  const inTray = desk.conversation.getByRole('list', { name: 'Attachments of the next message' }).getByRole('listitem');
  await expect(inTray).toHaveCount(1);
  return inTray;
}

const told = (notifications: readonly unknown[]): Record<string, readonly string[]> => ({ notifications: [JSON.stringify(notifications)] });

const withoutFirstParts = (leaks: readonly string[]): string[] => leaks.filter((leak) => !isFirstPart(leak));

test('with masking on no value is anywhere', async ({ launch, sandbox, desktop }) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'parley-canary-'));
  const app = await launch({ userDataDir });
  const { desk, sent, reader } = await play(app, sandbox);
  await expect.poll(() => desktop.onScreen().map(({ body }) => body)).toContainEqual(expect.stringContaining('************9903'));
  await comeBack(app);
  await expect(app.page.getByText('Associated data')).toBeVisible();
  expect(leaksIn(await tracesInWindow(app)), 'at the end of the conversation').toEqual([]);
  await readUp(app, desk);
  expect(leaksIn(await tracesInWindow(app)), 'at its beginning').toEqual([]);

  await expect(await attachCanary(app, desk), 'a file that waits to be sent').toContainText(/^scan .*\*{12}9424 .*\*{14}6819 .*\*{7}9998 .*l\*{18}@gmail\.com .*\*{9}5678\.pdf/);
  expect(leaksIn(await tracesInWindow(app)), 'with a file attached').toEqual([]);

  const copied = await copyTranscript(app, desk.transcript);
  expect(copied).toContain('************9903');
  expect(copied, 'what is there for the ear is not copied').not.toContain('masked:');
  expect(leaksIn({ clipboard: [copied] })).toEqual([]);

  expect(withoutFirstParts(leaksIn(told(desktop.history)))).toEqual([]);
  expect(withoutFirstParts(leaksIn({ 'traffic to the page': await sent() }))).toEqual([]);
  expect(leaksIn(await tracesInHeap(app))).toEqual([]);

  // What the agent writes is the agent's own while it is in the box; sent, it is masked, and on disk it is encrypted.
  await desk.composer.fill(`So your card is ${canary.card.spaced}?`);
  await desk.composer.press('Enter');
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Send anyway' }).click();
  await expect.poll(() => reader.received()).toHaveLength(1);
  await expect(desk.taskList.getByText(/So your card is/)).toBeVisible();
  await readTo(app, desk, 'End', desk.transcript.getByText('************9424').last());
  expect(leaksIn(await tracesInWindow(app)), 'after the agent has sent it').toEqual([]);
  expect(leaksIn({ clipboard: [await copyTranscript(app, desk.transcript)] }), 'with the file in the transcript').toEqual([]);
  expect(leaksIn(await tracesInHeap(app)), 'with the file in the transcript').toEqual([]);
  expect(withoutFirstParts(leaksIn({ 'traffic to the page': await sent() }))).toEqual([]);
  await desk.composer.fill(`Or ${canary.iban.plain}`);
  await desk.composer.blur();

  const bundle = join(userDataDir, 'diagnostics.json');
  await saveDiagnostics(app, bundle);
  expect(leaksIn({ 'diagnostics bundle': [await readFile(bundle, 'utf8')] })).toEqual([]);
  expect(leaksIn(await tracesOnDisk(app)), 'while it runs').toEqual([]);
  await reader.leave();
  await app.close();
  expect(leaksIn(await tracesOnDisk(app)), 'after it has ended').toEqual([]);
  // That the scan of files can fail as well.
  await writeFile(join(userDataDir, 'planted'), Buffer.from(` ${canary.ssn.spaced}`, 'utf16le'));
  expect(leaksIn(await tracesOnDisk(app))).toEqual(['file planted: social security number']);
  await rm(userDataDir, { recursive: true, force: true });
});

test.describe('with masking off', () => {
  test.use({ policy: { masking: false } });

  test('the scan finds the values, and they vanish when the policy changes', async ({ app, sandbox, desktop }) => {
    const { desk, sent, waiting } = await play(app, sandbox);
    await expect.poll(() => canariesIn(JSON.stringify(desktop.onScreen()))).toContain('card');
    await comeBack(app);
    await expect(await attachCanary(app, desk)).toContainText(canary.attached);
    const { view = [] } = await tracesInWindow(app);
    expect(canariesIn(view.join('\n')).toSorted()).toEqual(allLabels.toSorted());
    await readUp(app, desk);
    const { document: drawn = [], 'accessibility tree': read = [], 'window title': title = [] } = await tracesInWindow(app);
    const plain = ['card', 'IBAN', 'social security number', 'e-mail', 'telephone'];
    expect(canariesIn(drawn.join('\n'))).toEqual(expect.arrayContaining(plain));
    expect(canariesIn(read.join('\n'))).toEqual(expect.arrayContaining(plain));
    expect(canariesIn(title.join('\n'))).toEqual(['e-mail']);
    expect(canariesIn(await copyTranscript(app, desk.transcript))).toEqual(expect.arrayContaining(plain));
    const traffic = await sent();
    for (const asked of [false, true]) {
      const ofKind = traffic.filter((one) => one.startsWith('["answer to ') === asked);
      expect(canariesIn(ofKind.join('\n')), asked ? 'answers to the page' : 'patches').toEqual(expect.arrayContaining(plain));
    }
    expect(leaksIn(await tracesInHeap(app)).length).toBeGreaterThan(plain.length);

    await leave(app);
    await writeNews(waiting);
    await expect.poll(() => unreadOf(app, waiting)).toBe(6);
    await expect.poll(() => canariesIn(JSON.stringify(desktop.onScreen()))).toContain('card');
    const before = (await sent()).length;
    await desk.composer.fill('half a sentence');
    // Hidden at once; then the page is loaded anew, because an engine keeps what it has drawn for longer than anybody sees it.
    const loadedAnew = app.page.waitForEvent('load');
    await sandbox.request('POST', '/sandbox/policy', { masking: true });
    await loadedAnew;
    await desk.ready();
    await expect.poll(() => canariesIn(JSON.stringify(desktop.onScreen())), 'notifications that are still shown').toEqual([]);
    expect(desktop.onScreen(), 'they are still shown').not.toHaveLength(0);
    await comeBack(app);
    await expect(desk.transcript.getByText('************9903', { exact: false }).first()).toBeVisible();
    await expect(desk.composer, 'what was being typed').toHaveValue('half a sentence');
    expect(leaksIn(await tracesInWindow(app)), 'the open conversation and the previews').toEqual([]);
    expect(leaksIn({ 'traffic to the page': (await sent()).slice(before) })).toEqual([]);
    expect(leaksIn(await tracesInHeap(app)), 'what the page remembers').toEqual([]);
  });
});

test('as long as the policy is not known, everything is masked', async ({ launch, sandbox }) => {
  await sandbox.request('POST', '/sandbox/policy', { masking: false });
  await sandbox.request('POST', '/sandbox/faults', { target: 'rest', kind: 'refuse', path: '/organization-setting', count: 100 });
  const app = await launch();
  const { desk, sent } = await play(app, sandbox);
  expect(withoutFirstParts(leaksIn({ 'traffic to the page': await sent() }))).toEqual([]);
  expect(leaksIn(await tracesInWindow(app))).toEqual([]);
  // The answer of the organisation is what shows them.
  await sandbox.request('POST', '/sandbox/policy', { masking: false });
  await expect(desk.transcript.getByText(/5425233430109903/).first()).toBeAttached();
});
