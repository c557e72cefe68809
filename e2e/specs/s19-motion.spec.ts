// S19: who has asked their computer for less motion sees none: nothing slides, fades, turns or glides anywhere in an agent's day.
import { expect, test } from '../fixtures/app.ts';
import { motionOf, watchMotion } from '../fixtures/motion.ts';
import { openChat } from '../pages/customer.ts';
import { openSettings } from '../pages/settings.ts';
import { workspaceOf } from '../pages/workspace.ts';

test('S19 with reduced motion nothing moves, from the request to the wrap-up; without, it is seen to move', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchMotion(page);
  const still = async (where: string): Promise<void> => { expect(await motionOf(page), where).toEqual([]); };

  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await expect(desk.offer('Melissa Jansen')).toBeVisible();
  await still('request');
  await desk.accept('Melissa Jansen');
  await sandbox.request('POST', `/v2/tasks/${melissa.taskId}/typing`, { state: 'start' });
  await expect(desk.transcript.getByText('is typing…')).toBeAttached();
  await still('typing customer');
  for (let number = 1; number <= 20; number += 1) await melissa.say(`Line ${String(number)}`);
  await expect(desk.bubble('Line 20')).toBeVisible();
  await desk.transcript.hover();
  await page.mouse.wheel(0, -4000);
  const jump = page.getByRole('button', { name: /latest|new/i });
  await jump.click();
  await expect(desk.bubble('Line 20')).toBeVisible();
  await expect(jump).toBeHidden();
  await still('way to the latest message');
  await desk.send('One moment');

  // Connection trouble: the strip turns nothing, and its end is no slide.
  await sandbox.request('POST', '/sandbox/faults', { target: 'socket', kind: 'drop' });
  await expect(page.getByText(/^Synced /)).toBeVisible();
  await still('connection');
  for (const name of ['Templates (/)', 'Emoji', 'Transfer'] as const) {
    await desk.conversation.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await still(name);
  }
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await openSettings(page, 'Notifications');
  const flash = page.getByRole('switch', { name: 'Flash the taskbar' });
  await flash.uncheck();
  await still('settings');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await flash.check();
  await expect.poll(() => motionOf(page), 'what watches can see').toContainEqual(expect.stringContaining('switch'));

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Escape');
  await watchMotion(page);
  await desk.end();
  await desk.wrapUp('Other');
  await still('wrap-up');
});
