// Files on their way out: the whole desk against the real contact centre, through a line that the test cuts.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { pictureAddress, trayPictureAddress } from '../../src-shared/ipc/files.ts';
import type { TrayFileView } from '../../src-shared/ipc/view.ts';
import type { Desk } from './desk.ts';
import { big, chosen, closeAll, place } from './files-rig.ts';

afterEach(closeAll);

test('a file is kept encrypted, uploaded, and taken out without a trace', async () => {
  const { chatting, attach, folder } = await place();
  const run = await chatting();
  const { taskId, wait, states, tray, desk } = run;
  expect(await attach(run, taskId, chosen('notes for +31612345678.txt', Buffer.from('4111 1111 1111 1111'.repeat(1_000))))).toEqual({ ok: true, value: null });
  expect(tray()).toMatchObject([{ fileName: { text: 'notes for ********5678.txt' }, mimeType: 'text/plain', size: 19_000 }]);
  const [name = ''] = await readdir(join(folder, 'files'));
  expect((await readFile(join(folder, 'files', name))).toString('latin1')).not.toContain('4111');
  expect((await readFile(join(folder, 'work'))).toString('latin1')).not.toContain('notes for');
  await wait(() => states()[0] === 'uploaded');
  await desk.command('attachment.remove', { taskId, fileId: tray()[0]?.fileId ?? '' });
  expect(tray()).toEqual([]);
  await wait(async () => (await readdir(join(folder, 'files'))).length === 0);
});

test('what the rules forbid is refused with the reason, and a change of the rules is taken in', async () => {
  const { chatting, attach, tell } = await place({ maxCount: 2, maxSize: 1_000, mimeTypes: ['image/png', 'text/plain'] });
  const run = await chatting();
  const { taskId, tray, wait, states } = run;
  await attach(run, taskId, chosen('a.png', Buffer.alloc(1_000)), chosen('b.png', Buffer.alloc(1_001)), chosen('c.exe', Buffer.alloc(10)), chosen('d.txt', Buffer.alloc(0)), chosen('e.txt', Buffer.alloc(5)), chosen('f.txt', Buffer.alloc(5)));
  expect(tray().map(({ fileName, course }) => [fileName.text, 'failure' in course ? course.failure.code : null])).toEqual([
    ['a.png', null], ['b.png', 'fileTooLarge'], ['c.exe', 'fileTypeNotAllowed'], ['d.txt', 'fileEmpty'], ['e.txt', null], ['f.txt', 'tooManyFiles'],
  ]);
  expect(await run.desk.command('conversation.send', { taskId, text: 'Hi' })).toEqual({ ok: false, failure: { code: 'filesNotReady' } });
  for (const { fileId, course } of tray()) if (course.state === 'refused') await run.desk.command('attachment.remove', { taskId, fileId });
  await wait(() => states().every((state) => state === 'uploaded'));
  await tell('/sandbox/policy', { attachments: { allowed: false } });
  await wait(() => states().every((state) => state === 'failed'));
  expect(await attach(run, taskId, chosen('g.png', Buffer.alloc(1)))).toEqual({ ok: false, failure: { code: 'attachmentsNotAllowed' } });
  await tell('/sandbox/policy', { attachments: { allowed: true } });
  await wait(() => states().every((state) => state === 'uploaded'));
});

/** The upload broke off and waits to go on. */
const stopped = (desk: Desk): boolean => Object.values(desk.state().tray)[0]?.course.state === 'ready';

test('a message waits for its files, in its order, and the file is whole although the line breaks in the middle', async () => {
  const { chatting, attach, received, bytesAt, line, folder } = await place();
  const run = await chatting();
  const { desk, taskId, wait } = run;
  const bytes = big(5_000_000);
  // Enough for the first pieces, not for all of them.
  line.allow(2_600_000);
  await attach(run, taskId, chosen('manual.pdf', bytes));
  expect(await desk.command('conversation.send', { taskId, text: 'Here is the manual' })).toEqual({ ok: true, value: null });
  expect(await desk.command('conversation.send', { taskId, text: 'Does that help?' })).toEqual({ ok: true, value: null });
  expect(run.tray()).toEqual([]);
  await wait(() => stopped(desk));
  expect(await received(taskId)).toEqual([]);
  line.allow(Infinity);
  await wait(async () => (await received(taskId)).length === 2);
  const [first, second] = await received(taskId);
  expect(first).toMatchObject({ type: 'text-with-attachments', message: { text: '\uFFFCHere is the manual', attachments: [{ fileName: 'manual.pdf', mimeType: 'application/pdf', size: 5_000_000 }] } });
  expect(second).toMatchObject({ type: 'text', message: { text: 'Does that help?' } });
  expect((await bytesAt(first?.message.attachments?.[0]?.fileUrl ?? '')).equals(bytes)).toBe(true);
  await wait(async () => (await readdir(join(folder, 'files'))).length === 0);
});

test('a picture is seen in the tray and in the bubble that waits, with how far it is; what says it is one and is not, is not served', async () => {
  const { chatting, attach, line } = await place();
  const run = await chatting();
  const { desk, taskId, wait, tray } = run;
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), big(3_000_000)]);
  line.allow(2_000_000);
  await attach(run, taskId, chosen('garden.png', png), chosen('words.png', Buffer.from('no picture')));
  const [garden, words] = tray();
  const inTray = (file: TrayFileView | undefined) => desk.picture(trayPictureAddress({ taskId, fileId: file?.fileId ?? '' }));
  expect((await inTray(garden))?.mimeType).toBe('image/png');
  expect(await inTray(words)).toBeNull();
  expect(await desk.picture(trayPictureAddress({ taskId: 'another', fileId: garden?.fileId ?? '' })), 'of its own conversation alone').toBeNull();
  await desk.command('conversation.send', { taskId, text: 'In bloom' });
  const bubble = () => Object.values(desk.view().open?.items ?? {}).find((item) => item.kind === 'message' && item.from === 'self');
  const uploaded = (): readonly (number | undefined)[] => {
    const item = bubble();
    return item?.kind === 'message' && item.content.kind === 'attachments' ? item.content.attachments.map((file) => file.uploaded) : [];
  };
  expect(uploaded()[0]).toEqual(expect.any(Number));
  await wait(() => stopped(desk));
  const { itemId = '' } = bubble() ?? {};
  const inBubble = () => desk.picture(pictureAddress({ taskId, itemId, index: 0 }));
  expect(Buffer.from((await inBubble())?.bytes ?? []).equals(png)).toBe(true);
  line.allow(Infinity);
  await wait(() => { const item = bubble(); return item?.kind === 'message' && item.delivery.state === 'sent'; });
  expect(bubble()?.itemId, 'the same bubble: its picture is not asked for again').toBe(itemId);
  expect(uploaded()).toEqual([undefined, undefined]);
  expect(Buffer.from((await inBubble())?.bytes ?? []).equals(png)).toBe(true);
});

test('an upload goes on in the next run where a kill stopped it, and an answer that is lost doubles nothing', async () => {
  const { start, chatting, attach, received, bytesAt, line, tell, folder } = await place();
  const run = await chatting();
  const { taskId } = run;
  const bytes = big(4_000_000);
  line.allow(2_600_000);
  await attach(run, taskId, chosen('manual.pdf', bytes));
  await run.desk.command('conversation.send', { taskId, text: '' });
  await run.wait(() => stopped(run.desk));
  // Where the upload is was written before this is answered.
  await run.desk.command('conversation.setDraft', { taskId, text: '' });
  // Left where it stands, as a kill would.
  run.centre.stop();
  line.allow(Infinity);
  await tell('/sandbox/faults', { target: 'rest', kind: 'drop', when: 'after', path: '/messages', method: 'POST', caller: 'agent', count: 1 });
  const next = await start();
  await next.wait(async () => (await received(taskId)).length > 0);
  await next.wait(() => Object.keys(next.desk.state().outbox).length === 0);
  const all = await received(taskId);
  expect(all).toHaveLength(1);
  expect((await bytesAt(all[0]?.message.attachments?.[0]?.fileUrl ?? '')).equals(bytes)).toBe(true);
  expect(line.begun()).toBe(1);
  await next.wait(async () => (await readdir(join(folder, 'files'))).length === 0);
});

test('the business account is removed during an upload: it stops, the file stays in the tray, nothing goes out', async () => {
  const { sandbox, chatting, attach, received, tell } = await place();
  const run = await chatting();
  const { desk, taskId, wait, states } = run;
  await tell('/sandbox/faults', { target: 'rest', kind: 'delay', ms: 400, path: '/v2/attachments', count: 100 });
  await attach(run, taskId, chosen('photo.jpg', big(3_000_000)));
  await wait(() => states()[0] === 'uploading');
  await tell(`/sandbox/assets/${sandbox.info.assets[0]?.id ?? ''}`, undefined, 'DELETE');
  await wait(() => states()[0] === 'ready');
  expect(await desk.command('attachment.pick', { taskId })).toEqual({ ok: false, failure: { code: 'assetRemoved' } });
  expect(await desk.command('conversation.send', { taskId, text: 'Hi' })).toEqual({ ok: false, failure: { code: 'assetRemoved' } });
  expect(await received(taskId)).toEqual([]);
});

test('an upload the contact centre refuses fails its message, which comes back to the box with its file', async () => {
  const { chatting, attach, received, tell } = await place();
  const run = await chatting();
  const { desk, taskId, wait, tray } = run;
  await tell('/sandbox/faults', { target: 'rest', kind: 'refuse', status: 400, path: '/v2/attachments', count: 1 });
  await attach(run, taskId, chosen('photo.jpg', big(10_000)));
  await desk.command('conversation.send', { taskId, text: 'Look' });
  const failed = () => Object.values(desk.view().open?.items ?? {}).find((item) => item.kind === 'message' && item.delivery.state === 'failed');
  await wait(() => failed() !== undefined);
  expect(failed()).toMatchObject({ content: { kind: 'attachments', text: { text: 'Look' } }, delivery: { failure: { code: 'fileRefused' }, retryable: true } });
  expect(await desk.command('conversation.takeBack', { taskId, itemId: failed()?.itemId ?? '' })).toEqual({ ok: true, value: { text: 'Look', staged: false } });
  expect(tray()).toMatchObject([{ fileName: { text: 'photo.jpg' }, course: { state: 'failed', failure: { code: 'fileRefused' } } }]);
  await desk.command('attachment.retry', { taskId, fileId: tray()[0]?.fileId ?? '' });
  await wait(() => tray()[0]?.course.state === 'uploaded');
  await desk.command('conversation.send', { taskId, text: 'Look' });
  await wait(async () => (await received(taskId)).length === 1);
});

test('what the page hands over piece by piece is whole, and what it cannot read on is refused', async () => {
  const { chatting } = await place();
  const { desk, taskId, wait, tray, states } = await chatting();
  const bytes = big(150_000);
  const begun = await desk.command('attachment.begin', { taskId, fileName: 'C:\\temp\\photo.png', mimeType: 'image/png', size: bytes.length });
  if (!begun.ok) throw new Error(begun.failure.code);
  const { fileId } = begun.value;
  expect(await desk.command('attachment.append', { fileId, offset: 0, bytes: new Uint8Array(bytes.subarray(0, 100_000)) })).toEqual({ ok: true, value: null });
  expect(states()).toEqual(['reading']);
  expect(await desk.command('attachment.append', { fileId, offset: 100_000, bytes: new Uint8Array(bytes.subarray(100_000)) })).toEqual({ ok: true, value: null });
  await wait(() => states()[0] === 'uploaded');
  expect(tray()).toMatchObject([{ fileName: { text: 'photo.png' } }]);
  const other = await desk.command('attachment.begin', { taskId, fileName: 'folder', mimeType: '', size: 4_096 });
  if (!other.ok) throw new Error(other.failure.code);
  await desk.command('attachment.append', { fileId: other.value.fileId, offset: 0, bytes: null });
  await wait(() => states()[1] === 'refused');
  expect(tray()[1]?.course).toMatchObject({ failure: { code: 'fileUnreadable' } });
});
