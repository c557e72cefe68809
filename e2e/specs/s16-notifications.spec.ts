// S16: news on the desktop, shown by a real notification service on a message bus of the test's own.
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '../fixtures/app.ts';
import { test } from '../fixtures/desktop.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';
import { openSettings } from '../pages/settings.ts';
import { openChat, type Customer } from '../pages/customer.ts';
import { typeMoment } from '../pages/moment-field.ts';
import { workspaceOf } from '../pages/workspace.ts';

/** The agent turns to something else. */
const leave = (app: ElectronApplication): Promise<void> => app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.hide(); });

const isInFront = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible() && window.isFocused()));

const comeBack = async (app: ElectronApplication): Promise<void> => {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.show();
    window?.focus();
  });
  await expect.poll(() => isInFront(app)).toBe(true);
};

/** Keeps what the app asks of the desktop where the virtual display has none: the count and the flashing. */
const watchFrame = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: electron, BrowserWindow }) => {
    const seen = { badge: 0, flashing: false };
    Object.assign(globalThis, { seen });
    electron.setBadgeCount = (count = 0) => {
      seen.badge = count;
      return true;
    };
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.flashFrame = (on) => { seen.flashing = on; };
  });

const frame = (app: ElectronApplication): Promise<{ badge: number; flashing: boolean }> =>
  app.evaluate(() => (globalThis as unknown as { seen: { badge: number; flashing: boolean } }).seen);

/** A chat under way, its messages read. */
async function inChat(page: Page, sandbox: Sandbox): Promise<Customer> {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await expect(desk.bubble('Hello')).toBeVisible();
  return melissa;
}

const soundsOf = (page: Page) => page.evaluate(async () => (await window.parley.snapshot()).view.sounds);

test('S16 a request that comes while the agent is away stays on the desktop until it is accepted, and rings', async ({ app, page, sandbox, desktop, electronApp }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  await watchFrame(electronApp);
  await leave(electronApp);
  await openChat(sandbox, 'Hello');
  const request = await desktop.only();
  expect(request).toMatchObject({ summary: 'New request from Melissa Jansen', body: 'Repairs NL · *********7542', urgency: 2, timeout: 0 });
  await expect.poll(() => frame(electronApp)).toEqual({ badge: 1, flashing: true });
  expect((await soundsOf(page)).ringing).toEqual({ tone: 'twoTones', volume: 60 });
  // The click brings the request up: the popover is there, with the window.
  desktop.click(request.id);
  await expect.poll(() => isInFront(electronApp)).toBe(true);
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await expect.poll(() => frame(electronApp)).toEqual({ badge: 1, flashing: false });
  expect((await soundsOf(page)).ringing).toBeNull();
  await desk.accept('Melissa Jansen');
  await expect.poll(() => frame(electronApp)).toEqual({ badge: 0, flashing: false });
  expect(app.output()).not.toContain('7966197542');
});

test('S16 S6 a message shows masked and not as markup; the second takes the place of the first; the click opens the chat', async ({ page, sandbox, desktop, electronApp }) => {
  const desk = workspaceOf(page);
  const melissa = await inChat(page, sandbox);
  // Another conversation is open when the message comes.
  await openChat(sandbox, 'Me too', { name: 'Daan Visser', number: '+31612345678' });
  await desk.accept('Daan Visser');
  await watchFrame(electronApp);
  await leave(electronApp);
  await melissa.say('My card is 4111 1111 1111 1111 <b>& more</b>');
  const first = await desktop.only();
  expect(first).toMatchObject({ summary: 'Melissa Jansen', body: 'My card is ************1111 &lt;b&gt;&amp; more&lt;/b&gt;', urgency: 1 });
  await melissa.say('Call me on +44 7966 197542');
  await expect.poll(() => desktop.history.length).toBe(2);
  const second = await desktop.only();
  expect(second).toMatchObject({ summary: 'Melissa Jansen (2)', body: 'Call me on *********7542' });
  await expect.poll(() => frame(electronApp)).toEqual({ badge: 2, flashing: true });

  desktop.click(second.id);
  await expect.poll(() => isInFront(electronApp)).toBe(true);
  await expect(desk.conversation.getByRole('heading', { name: 'Melissa Jansen' })).toBeVisible();
  await expect.poll(() => frame(electronApp)).toEqual({ badge: 0, flashing: false });
  expect(desktop.onScreen()).toEqual([]);
});

test('S16 nothing pops up while Parley is in front; another chat is under the bell until it is read', async ({ page, sandbox, desktop }) => {
  const desk = workspaceOf(page);
  const melissa = await inChat(page, sandbox);
  await openChat(sandbox, 'Me too', { name: 'Daan Visser' });
  await desk.accept('Daan Visser');
  await melissa.say('Are you there?');
  const bell = page.getByRole('button', { name: 'Notifications, 1 unread' });
  await expect(bell).toBeVisible();
  expect(desktop.history).toEqual([]);
  await bell.click();
  const line = page.getByRole('menuitem', { name: /Melissa Jansen/ });
  await expect(line).toContainText('Are you there?');
  await line.click();
  await expect(desk.conversation.getByRole('heading', { name: 'Melissa Jansen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
});

test('S16 a notification goes when its message is read, and when its request is missed', async ({ page, sandbox, desktop, electronApp }) => {
  const melissa = await inChat(page, sandbox);
  await leave(electronApp);
  await melissa.say('Hello again');
  await desktop.only();
  await comeBack(electronApp);
  await expect.poll(desktop.onScreen).toEqual([]);

  await sandbox.request('POST', '/sandbox/settings', { ronaTimeoutMs: 1500 });
  await leave(electronApp);
  await openChat(sandbox, 'Is anyone there?', { name: 'Daan Visser' });
  await expect.poll(() => desktop.history.at(-1)?.summary).toBe('New request from Daan Visser');
  await expect.poll(() => desktop.history.at(-1)?.summary).toBe('You missed a request');
  const missed = await desktop.only();
  expect(missed.body).toBe('Daan Visser is back in Repairs NL. Go Available to receive requests again.');
});

test('S16 S20 without preview the notification names nobody; in silent mode there is none, and the bell collects', async ({ page, sandbox, desktop, electronApp }) => {
  const melissa = await inChat(page, sandbox);
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Show a preview of the message' }).uncheck();
  await leave(electronApp);
  await melissa.say('A secret');
  expect(await desktop.only()).toMatchObject({ summary: 'New message', body: 'Open Parley to read it.' });

  await page.getByRole('switch', { name: 'Silent mode' }).check();
  await expect.poll(desktop.onScreen).toEqual([]);
  const before = (await soundsOf(page)).latest?.number;
  await melissa.say('Another');
  await expect(page.getByRole('button', { name: 'Notifications, 2 unread' })).toBeVisible();
  expect([desktop.history.length, (await soundsOf(page)).latest?.number]).toEqual([1, before]);
});

test('S16 S20 in quiet hours nothing pops up; what was chosen is there after a restart', async ({ launch, sandbox, desktop }, testInfo) => {
  const userDataDir = testInfo.outputPath('profile');
  const first = await launch({ userDataDir });
  const melissa = await inChat(first.page, sandbox);
  await first.page.getByRole('button', { name: /^Account:/ }).click();
  await first.page.getByRole('menuitem', { name: 'Settings' }).click();
  await first.page.getByRole('switch', { name: 'Quiet hours' }).check();
  // The same time twice is the whole day, whenever this test runs.
  await typeMoment(first.page.getByRole('group', { name: 'Quiet from' }), '09:00');
  await typeMoment(first.page.getByRole('group', { name: 'Quiet until' }), '09:00');
  await leave(first.electronApp);
  await melissa.say('Good evening');
  await expect(first.page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
  expect(desktop.history).toEqual([]);
  await first.close();

  const again = await launch({ userDataDir });
  await workspaceOf(again.page).ready();
  const { quietHours } = await again.page.evaluate(async () => (await window.parley.snapshot()).view.settings.notifications);
  expect(quietHours).toEqual({ on: true, from: 540, to: 540 });
});

test('S16 S20 a customer who waits is told once, masked, in the chosen tone and in the place of their message, and it goes when they are answered', async ({ page, sandbox, desktop, electronApp }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  // This limit comes by frame, to those who are signed in.
  await sandbox.request('POST', '/sandbox/policy', { unanswered: { amberSeconds: 1, redSeconds: 2 } });
  await desk.goAvailable();
  const customer = await openChat(sandbox, 'Hello', { name: '+44 7966 197542' });
  await desk.accept('*********7542');
  await desk.send('Good morning');
  await openSettings(page, 'Notifications');
  const tone = page.getByRole('combobox', { name: 'Waiting sound' });
  await expect(tone).toHaveValue('rising');
  await tone.selectOption('Bell');
  await page.getByRole('button', { name: 'Play: Waiting sound' }).click();
  await watchFrame(electronApp);
  await leave(electronApp);
  await customer.say('Are you there?');
  await expect.poll(() => desktop.history.length).toBe(2);
  const waiting = await desktop.only();
  expect([desktop.history[0]?.summary, waiting.summary, waiting.urgency]).toEqual(['*********7542', '*********7542 is waiting', 1]);
  expect(waiting.body).toMatch(/^No answer since \d\d:\d\d$/);
  expect((await soundsOf(page)).latest).toMatchObject({ tone: 'bell' });
  expect(await frame(electronApp)).toEqual({ badge: 1, flashing: true });
  // Marked as read it counts no more, and waits all the same.
  await page.evaluate(() => window.parley.command('notification.read', { notificationId: null }));
  await expect.poll(() => frame(electronApp)).toEqual({ badge: 0, flashing: false });
  expect(await page.evaluate(async () => Object.values((await window.parley.snapshot()).view.notifications).map(({ kind, read }) => [kind, read]))).toEqual([['waiting', true]]);
  await page.evaluate((taskId) => window.parley.command('conversation.send', { taskId, text: 'Yes' }), customer.taskId);
  await expect.poll(desktop.onScreen).toEqual([]);
  await expect.poll(() => frame(electronApp)).toEqual({ badge: 0, flashing: false });

  // The next wait is told again, and leads to the chat; in front of the agent it is under the bell until it is answered.
  await customer.say('Thank you');
  await expect.poll(() => desktop.history.map(({ summary }) => summary).slice(2)).toEqual(['*********7542', '*********7542 is waiting']);
  desktop.click((await desktop.only()).id);
  await expect.poll(() => isInFront(electronApp)).toBe(true);
  await expect(desk.conversation.getByRole('heading', { name: '*********7542' })).toBeVisible();
  await page.getByRole('button', { name: 'Notifications', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /^\*+7542 is waiting/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.send('You are welcome');
  await page.getByRole('button', { name: 'Notifications', exact: true }).click();
  await expect(page.getByText('Nothing new.')).toBeVisible();
});

test.describe('an organisation that does not mask', () => {
  test.use({ policy: { masking: false } });

  test('S6 S16 masking that is switched on writes anew what is on the desktop', async ({ page, sandbox, desktop, electronApp }) => {
    const melissa = await inChat(page, sandbox);
    await leave(electronApp);
    await melissa.say('Mail me: melissa@gmail.com');
    expect((await desktop.only()).body).toBe('Mail me: melissa@gmail.com');
    await sandbox.request('POST', '/sandbox/policy', { masking: true });
    await expect.poll(() => desktop.onScreen().map(({ body }) => body), { timeout: 30_000 }).toEqual(['Mail me: m******@gmail.com']);
  });
});
