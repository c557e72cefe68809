// Transfer and conference: only what can take the chat can be chosen, and the lists say how old they are.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plainText } from '../../../src-shared/domain/masking.ts';
import type { DeskView } from '../../../src-shared/ipc/view.ts';
import { aTask, aView, tasksOf } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import { HandoverDialog } from './handover-dialog.tsx';

const now = new Date('2026-11-23T14:00:00.000Z').getTime();

beforeEach(() => { vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] }); });
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const task = aTask('t', { customerName: plainText('Melissa Jansen') });
const view = (): DeskView => aView({
  tasks: tasksOf(task),
  directory: {
    queues: [{ id: 'q1', name: 'Billing NL', waiting: 2 }, { id: 'q2', name: 'Orders NL', waiting: 0 }],
    agents: [{ id: 'a2', name: 'Pieter Bakker', state: 'available', teamId: 't' }, { id: 'a3', name: 'Joost Willems', state: 'busy', teamId: 't' }, { id: 'a1', name: 'Sanne de Vries', state: 'available', teamId: 't' }],
    updatedAt: now - 12_000, loading: false, failure: null,
  },
});
const options = (): string[] => screen.getAllByRole('option').map((option) => option.textContent);
const settle = async (): Promise<void> => { await act(async () => { await Promise.resolve(); await Promise.resolve(); }); };

it('lists queues with who waits, asks for fresh lists, and says how old they are', () => {
  const desk = renderWithDesk(view(), <HandoverDialog kind="transfer" task={task} onClose={vi.fn()} />);
  expect(screen.getByRole('dialog', { name: 'Transfer request' }).textContent).toContain('Tell Melissa first');
  expect(options()).toEqual(['Billing NL2 waiting', 'Orders NLNone waiting']);
  expect(desk.sent).toEqual([['directory.refresh', {}]]);
  expect(screen.getByText('Updated 12 s ago')).toBeTruthy();
  act(() => { vi.advanceTimersByTime(3_000); });
  expect(screen.getByText('Updated 15 s ago')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Refresh the list' }));
  expect(desk.sent).toHaveLength(2);
});

it('says why a list could not be read, and does not call it empty', () => {
  const refused = { code: 'refusedByCentre', values: { reason: 'NOT_PERMITTED' } } as const;
  renderWithDesk({ ...view(), directory: { queues: [], agents: [], updatedAt: null, loading: false, failure: refused } }, <HandoverDialog kind="transfer" task={task} onClose={vi.fn()} />);
  expect(screen.getByText(/^The contact centre refused this \(NOT_PERMITTED\)/)).toBeTruthy();
  expect(screen.queryByText('There are no queues to choose.')).toBeNull();
  expect(screen.getAllByText('Not loaded yet').length).toBeGreaterThan(0);
});

it('transfers to the chosen queue and closes', async () => {
  const onClose = vi.fn();
  const desk = renderWithDesk(view(), <HandoverDialog kind="transfer" task={task} onClose={onClose} />);
  fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
  expect(desk.sent).toHaveLength(1);
  fireEvent.click(screen.getByRole('option', { name: /Orders/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
  await settle();
  expect(desk.sent.at(-1)).toEqual(['task.transfer', { taskId: 't', destination: { type: 'queue', id: 'q2' } }]);
  expect(onClose).toHaveBeenCalledOnce();
});

it('takes only an available colleague, and says so when the chosen one is not any more', () => {
  const desk = renderWithDesk(view(), <HandoverDialog kind="conference" task={task} onClose={vi.fn()} />);
  fireEvent.click(screen.getByRole('radio', { name: 'Agent' }));
  expect(options()).toEqual(['Pieter BakkerAvailable', 'Joost WillemsBusy']);
  expect(screen.getByRole('option', { name: /Joost/ }).getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(screen.getByRole('option', { name: /Joost/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Conference' }));
  fireEvent.click(screen.getByRole('option', { name: /Pieter/ }));
  desk.patch({ p: ['directory', 'agents'], v: [{ id: 'a2', name: 'Pieter Bakker', state: 'rona', teamId: 't' }] });
  fireEvent.click(screen.getByRole('button', { name: 'Conference' }));
  expect(desk.sent).toHaveLength(1);
  expect(screen.getByText('Pieter Bakker is not available any more. Choose another agent.')).toBeTruthy();
});

it('stays open with the reason when it is refused', async () => {
  const onClose = vi.fn();
  const desk = renderWithDesk(view(), <HandoverDialog kind="transfer" task={task} onClose={onClose} />);
  desk.refuse('task.transfer', { code: 'destinationUnavailable' });
  fireEvent.click(screen.getByRole('option', { name: /Billing/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('no longer available');
  expect(onClose).not.toHaveBeenCalled();
});
