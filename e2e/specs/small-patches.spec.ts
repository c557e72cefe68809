// What one message costs on the way to the page is counted, not timed: one small patch, however long the conversation is.
import type { Page } from '@playwright/test';
import type { Patch } from '../../src-shared/ipc/patch.ts';
import { expect, test } from '../fixtures/app.ts';
import { openChat, type Customer } from '../pages/customer.ts';
import { workspaceOf, type Workspace } from '../pages/workspace.ts';

const LONG = 300;

/** What came while `act` ran; `shown` tells when all of it is there. */
async function patchesOf(page: Page, act: () => Promise<void>, shown: () => Promise<void>): Promise<Patch[]> {
  await page.evaluate(() => {
    const patches: unknown[] = [];
    const stop = window.parley.onPatch((patch) => { patches.push(patch); });
    Object.assign(window, { guard: { patches, stop } });
  });
  await act();
  await shown();
  return page.evaluate(() => {
    const { patches, stop } = Reflect.get(window, 'guard') as { patches: Patch[]; stop: () => void };
    stop();
    return patches;
  });
}

async function costOf(desk: Workspace, customer: Customer, text: string): Promise<{ patches: number; bytes: number; operations: number }> {
  const patches = await patchesOf(desk.page, () => customer.say(text), () => expect(desk.bubble(text)).toBeVisible());
  return {
    patches: patches.length,
    bytes: Buffer.byteLength(JSON.stringify(patches)),
    operations: patches.reduce((sum, { operations }) => sum + operations.length, 0),
  };
}

test('a message of a customer is one patch of some hundred bytes, in a short conversation and in a long one', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const melissa = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await desk.send('Good morning');
  await expect(desk.transcript.getByText(/Sent$/)).toBeVisible();
  // The first one opens what is owed to the customer; from the second on every message costs the same.
  await melissa.say('There you are');
  await expect(desk.bubble('There you are')).toBeVisible();

  const early = await costOf(desk, melissa, 'Is this early?');
  for (let index = 0; index < LONG; index += 1) await melissa.say(`Line ${String(index)}`);
  await expect(desk.bubble(`Line ${String(LONG - 1)}`)).toBeVisible();
  const late = await costOf(desk, melissa, 'Is this later?');

  expect(early.patches).toBe(1);
  // With the preview and, when another window has the focus, the unread count and the bell's note.
  expect(early.bytes).toBeLessThan(1_500);
  expect(late).toMatchObject({ patches: 1, operations: early.operations });
  // A longer number here and there.
  expect(Math.abs(late.bytes - early.bytes)).toBeLessThan(20);
});
