// What was uploaded and will not be sent is freed at the contact centre; what was sent stays.
import { afterEach, expect, test } from 'vitest';
import type { Desk } from './desk.ts';
import { big, chosen, closeAll, place } from './files-rig.ts';

afterEach(closeAll);

const pending = (desk: Desk) => Object.values(desk.state().outbox)[0];

test('a file taken out of the tray and a message discarded half-way free what they have there', async () => {
  const { chatting, attach, tell, line, isThere } = await place();
  const run = await chatting();
  const { desk, taskId, wait, states, tray } = run;
  await attach(run, taskId, chosen('out.pdf', big(10_000)));
  await wait(() => states()[0] === 'uploaded');
  const [first = ''] = line.addresses();
  expect(await isThere(first)).toBe(true);
  await desk.command('attachment.remove', { taskId, fileId: tray()[0]?.fileId ?? '' });
  await wait(async () => !(await isThere(first)));

  await tell('/sandbox/faults', { target: 'rest', kind: 'delay', ms: 100, path: '/v2/attachments', method: 'PATCH', count: 100 });
  await attach(run, taskId, chosen('half.pdf', big(6_000_000)));
  await desk.command('conversation.send', { taskId, text: 'Look' });
  await wait(() => line.addresses().length === 2 && Object.values(desk.state().tray).some(({ course }) => course.state === 'uploading' && course.share > 0));
  const second = line.addresses()[1] ?? '';
  expect(await desk.command('conversation.discard', { taskId, itemId: pending(desk)?.aliasId ?? '' })).toEqual({ ok: true, value: null });
  await wait(async () => !(await isThere(second)));
});

test('a message that was refused keeps its files for another try, and frees them when it is discarded', async () => {
  const { chatting, attach, tell, line, isThere } = await place();
  const run = await chatting();
  const { desk, taskId, wait } = run;
  await tell('/sandbox/faults', { target: 'rest', kind: 'refuse', status: 400, path: '/messages', method: 'POST', caller: 'agent', count: 1 });
  await attach(run, taskId, chosen('refused.pdf', big(10_000)));
  await desk.command('conversation.send', { taskId, text: 'Look' });
  await wait(() => pending(desk)?.delivery.state === 'failed');
  const [address = ''] = line.addresses();
  expect(await isThere(address)).toBe(true);
  await desk.command('conversation.discard', { taskId, itemId: pending(desk)?.aliasId ?? '' });
  await wait(async () => !(await isThere(address)));
});

test('a chat that is over frees what was left in its tray and keeps what was sent', async () => {
  const { chatting, attach, received, line, isThere } = await place();
  const run = await chatting();
  const { desk, taskId, wait, states } = run;
  await attach(run, taskId, chosen('sent.pdf', big(10_000)));
  await desk.command('conversation.send', { taskId, text: '' });
  await wait(async () => (await received(taskId)).length === 1 && Object.keys(desk.state().outbox).length === 0);
  await attach(run, taskId, chosen('left.pdf', big(10_000)));
  await wait(() => states()[0] === 'uploaded');
  const [sent = '', left = ''] = line.addresses();
  await desk.command('task.end', { taskId });
  await wait(() => desk.view().tasks[taskId]?.phase.name === 'wrapUp');
  const reason = desk.view().agent?.wrapUpCodes[0]?.id ?? '';
  await desk.command('task.wrapUp', { taskId, auxCodeId: reason, notes: '' });
  await wait(() => Object.keys(desk.view().tasks).length === 0);
  await wait(async () => !(await isThere(left)));
  expect(await isThere(sent)).toBe(true);
});
