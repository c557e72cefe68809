// What the frame says and offers: status and RONA, the connection, notices, signing out, an empty desk.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { plainText } from '../../src-shared/domain/masking.ts';
import { aTask, aView, tasksOf } from '../desk/fixtures.ts';
import { renderWithDesk } from '../desk/render-with-desk.tsx';
import { Workspace } from './workspace.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const missed = { noticeId: 'n1', at: 0, kind: 'missedOffer', customerName: plainText('Daan Visser'), queueName: 'Repairs NL' } as const;
const press = (name: RegExp | string): void => { fireEvent.click(screen.getByRole('button', { name })); };

it('names its regions', () => {
  renderWithDesk(aView(), <Workspace />);
  expect(screen.getByRole('banner')).toBeTruthy();
  expect(screen.getByRole('navigation', { name: 'Task list' })).toBeTruthy();
  expect(screen.getByRole('main', { name: 'Conversation' }).textContent).toContain('You are Available.');
});

it('offers the way out of RONA, with what was missed, and does not list RONA as a choice', async () => {
  const view = aView({ notices: { n1: missed } });
  const desk = renderWithDesk({ ...view, agent: view.agent && { ...view.agent, status: { kind: 'rona', since: 0 } } }, <Workspace />);
  const banner = screen.getAllByRole('alert').find((alert) => alert.textContent.includes('You missed a request from Daan Visser for Repairs NL'));
  expect(banner?.textContent).toContain('You get no new requests until you go Available.');
  expect(screen.queryByRole('region', { name: 'Notices' })).toBeNull();
  press('Go Available');
  expect(desk.sent).toEqual([['agent.setStatus', { status: { kind: 'available' } }]]);
  press(/Status: RONA/);
  const items = await screen.findAllByRole('menuitemradio');
  expect(items.map((item) => item.textContent)).toEqual(['Available', 'Lunch']);
});

it('keeps a missed request as a notice outside RONA until it is dismissed', () => {
  const desk = renderWithDesk(aView({ notices: { n1: missed } }), <Workspace />);
  const notices = screen.getByRole('region', { name: 'Notices' });
  expect(notices.textContent).toContain('You missed a request from Daan Visser');
  fireEvent.click(within(notices).getByRole('button', { name: 'Dismiss' }));
  expect(desk.sent).toEqual([['notice.dismiss', { noticeId: 'n1' }]]);
});

it('chooses an idle reason', async () => {
  const desk = renderWithDesk(aView(), <Workspace />);
  press(/Status: Available/);
  fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Lunch' }));
  expect(desk.sent).toEqual([['agent.setStatus', { status: { kind: 'idle', auxCodeId: 'lunch' } }]]);
});

it('says why signing out has to wait, in the menu and when it is tried', async () => {
  const desk = renderWithDesk(aView({ tasks: tasksOf(aTask('a')) }), <Workspace />);
  desk.refuse('session.signOut', { code: 'openTasks', values: { count: 1 } });
  press(/Account: Sanne de Vries/);
  const item = await screen.findByRole('menuitem', { name: /Sign out/ });
  expect(item.textContent).toContain('First finish your 1 open conversation or request.');
  fireEvent.click(item);
  await waitFor(() => { expect(screen.getByRole('region', { name: 'Notices' }).textContent).toContain('You still have 1 open conversation or request.'); });
  press('Dismiss');
  expect(screen.queryByRole('region', { name: 'Notices' })).toBeNull();
});

it('names the Electron version that runs', async () => {
  renderWithDesk(aView(), <Workspace />);
  press(/Account/);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'About Parley' }));
  const dialog = await screen.findByRole('dialog', { name: 'About Parley' });
  expect(dialog.textContent).toContain('Electron33.2.1');
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
});

it('shows one calm strip while the connection is away, with the next try counting down', () => {
  vi.useFakeTimers({ now: 60_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  const desk = renderWithDesk(aView(), <Workspace />);
  expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
  desk.patch({ p: ['connection'], v: { state: 'lost', since: 50_000, attempt: 2, nextTryAt: 64_000, syncedAt: 45_000 } });
  expect(screen.getAllByRole('status').map((region) => region.textContent).join()).toMatch(/Reconnecting….*Last synced \d\d:\d\d:45\. Next try in 4 s\./);
  act(() => { vi.advanceTimersByTime(3_000); });
  expect(screen.getByText('Next try in 1 s.')).toBeTruthy();
  press('Try now');
  expect(desk.sent).toEqual([['session.reconnectNow', {}]]);
});
