// Wrap-up: asked by itself, cannot be left without a reason, complete from the keyboard.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noDevice } from '../../../src-shared/domain/capabilities.ts';
import { plainText } from '../../../src-shared/domain/masking.ts';
import type { DeskView, TaskPhaseView } from '../../../src-shared/ipc/view.ts';
import { aTask, aView, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import { WrapUpDialog } from './wrap-up-dialog.tsx';

const now = new Date(2026, 10, 23, 14, 14, 0).getTime();

beforeEach(() => { vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] }); });
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
});

const phase = (over: Partial<Extract<TaskPhaseView, { name: 'wrapUp' }>> = {}): TaskPhaseView => ({
  name: 'wrapUp', since: now, cause: 'ended', durationMs: 768_000, autoAt: null, canExtend: false, draft: { auxCodeId: null, notes: '' }, ...over,
});
function viewOf(given: TaskPhaseView): DeskView {
  const view = aView({
    tasks: tasksOf(aTask('t', { customerName: plainText('Melissa Jansen'), phase: given })),
    open: {
      taskId: 't', items: {}, hasEarlier: false, loadingEarlier: false, draft: '', tray: {}, locked: 'ended', capabilities: noDevice, staged: null,
      customer: { name: plainText('Melissa Jansen'), number: plainText(''), device: null, intent: null, group: null, locale: null, associatedData: [] },
    },
  });
  const wrapUpCodes = [{ id: 'refund', name: 'Refund issued', isDefault: false }, { id: 'other', name: 'Other', isDefault: true }, { id: 'booked', name: 'Repair booked', isDefault: false }];
  return { ...view, agent: view.agent && { ...view.agent, wrapUpCodes } };
}
const submit = () => screen.getByRole('button', { name: 'Submit wrap-up' });
const settle = async (): Promise<void> => { await act(async () => { await Promise.resolve(); await Promise.resolve(); }); };

it('is asked when the open conversation has ended, and not before', () => {
  const desk = renderWithDesk(viewOf({ name: 'connected', since: now }), <WrapUpDialog />);
  expect(screen.queryByRole('dialog')).toBeNull();
  desk.patch({ p: ['tasks', 't', 'phase'], v: phase() });
  const dialog = screen.getByRole('dialog', { name: 'Wrap-up reasons' });
  expect(dialog.textContent).toContain('Melissa Jansen · ended 14:14 after 12:48');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Other', 'Refund issued', 'Repair booked']);
});

it('cannot be closed, and not submitted without a reason', () => {
  const desk = renderWithDesk(viewOf(phase()), <WrapUpDialog />);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  fireEvent.keyDown(screen.getByRole('textbox', { name: /Notes/ }), { key: 'Enter', ctrlKey: true });
  fireEvent.click(submit());
  expect(screen.getByRole('dialog')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  expect(desk.sent).toEqual([]);
});

it('keeps the choice and the notes with main, submits with Ctrl+Enter, and lists the reason first next time', async () => {
  const desk = renderWithDesk(viewOf(phase()), <WrapUpDialog />);
  fireEvent.click(screen.getByRole('option', { name: 'Repair booked' }));
  expect(desk.sent).toEqual([['task.draftWrapUp', { taskId: 't', auxCodeId: 'booked', notes: '' }]]);
  const notes = screen.getByRole('textbox', { name: /Notes/ });
  fireEvent.change(notes, { target: { value: 'Visit on Wednesday' } });
  act(() => { vi.advanceTimersByTime(300); });
  expect(desk.sent.at(-1)).toEqual(['task.draftWrapUp', { taskId: 't', auxCodeId: 'booked', notes: 'Visit on Wednesday' }]);
  fireEvent.keyDown(notes, { key: 'Enter', ctrlKey: true });
  await settle();
  expect(desk.sent.at(-1)).toEqual(['task.wrapUp', { taskId: 't', auxCodeId: 'booked', notes: 'Visit on Wednesday' }]);
  cleanup();
  renderWithDesk(viewOf(phase()), <WrapUpDialog />);
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Repair booked', 'Other', 'Refund issued']);
});

it('goes on where it was left, and says what was refused', async () => {
  const desk = renderWithDesk(viewOf(phase({ draft: { auxCodeId: 'refund', notes: 'half' } })), <WrapUpDialog />);
  expect(screen.getByRole('option', { name: 'Refund issued' }).getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Notes/ }).value).toBe('half');
  desk.refuse('task.wrapUp', { code: 'outcomeUnknown' });
  fireEvent.click(submit());
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('did not confirm this in time');
});

it('counts down to the automatic one, names what it would submit, and extends', () => {
  const desk = renderWithDesk(viewOf(phase({ autoAt: now + 38_000, canExtend: true })), <WrapUpDialog />);
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('Auto wrap-up in 00:38');
  expect(dialog.textContent).toContain('Submits your choice, or “Other” if none is chosen');
  act(() => { vi.advanceTimersByTime(2_000); });
  expect(dialog.textContent).toContain('Auto wrap-up in 00:36');
  fireEvent.click(screen.getByRole('button', { name: 'Extend' }));
  expect(desk.sent).toEqual([['task.extendWrapUp', { taskId: 't' }]]);
});

it('waits with submitting while the connection is lost', () => {
  const desk = renderWithDesk({ ...viewOf(phase({ draft: { auxCodeId: 'refund', notes: '' } })), connection: { state: 'lost', since: 0, attempt: 1, nextTryAt: null, syncedAt: null } }, <WrapUpDialog />);
  fireEvent.click(submit());
  expect(desk.sent).toEqual([]);
  expect(submit().getAttribute('aria-disabled')).toBe('true');
});
