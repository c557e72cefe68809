// Signing in: each step of the session has its look, each refusal its sentence, and nothing is a dead end.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeskView, SessionView } from '../../../src-shared/ipc/view.ts';
import { aView } from '../../desk/fixtures.ts';
import { renderWithDesk } from '../../desk/render-with-desk.tsx';
import type { RenderedDesk } from '../../desk/render-with-desk.tsx';
import { SignIn } from './sign-in.tsx';

afterEach(cleanup);

const at = (session: SessionView, over: Partial<DeskView> = {}): RenderedDesk => renderWithDesk(aView({ session, agent: null, ...over }), <SignIn />);
const signedOut = { step: 'signedOut', remembered: null, failure: null, signedOutBy: null } as const;
const click = (name: string): void => { fireEvent.click(screen.getByRole('button', { name })); };

describe('choosing a contact centre', () => {
  it('starts with the sandbox', () => {
    const { sent } = at(signedOut);
    click('Continue');
    expect(sent).toEqual([['session.signIn', { centre: 'sandbox' }]]);
  });

  it('takes a Webex region, and remembers the last one', () => {
    const { sent } = at({ ...signedOut, remembered: { centre: 'anz1', station: null } });
    const region = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Region' });
    expect(region.value).toBe('anz1');
    fireEvent.change(region, { target: { value: 'jp1' } });
    click('Continue');
    expect(sent).toEqual([['session.signIn', { centre: 'jp1' }]]);
  });

  it('says why the last attempt failed, and who signed the agent out', () => {
    at({ ...signedOut, failure: { code: 'centreUnreachable' }, signedOutBy: 'Ruben Smit' });
    const said = screen.getAllByRole('alert').map((alert) => alert.textContent);
    expect(said).toEqual(['You were signed out by Ruben Smit.', 'The contact centre could not be reached. Check your network connection and try again.']);
  });

  it('says why main would not start', async () => {
    const desk = at(signedOut);
    desk.refuse('session.signIn', { code: 'sandboxFailed' });
    click('Continue');
    await waitFor(() => { expect(screen.getByRole('alert').textContent).toContain('The local sandbox did not start.'); });
  });
});

describe('waiting', () => {
  it.each([
    [{ step: 'startingSandbox' }, 'Starting the local sandbox…'],
    [{ step: 'waitingForBrowser', address: 'https://example.test/authorize' }, 'Continue in your browser'],
    [{ step: 'connecting' }, 'Connecting to the contact centre…'],
  ] satisfies [SessionView, string][])('%o can be cancelled', (session, title) => {
    const { sent } = at(session);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
    click('Cancel');
    expect(sent).toEqual([['session.cancelSignIn', {}]]);
  });

  it('shows the address to open by hand', () => {
    at({ step: 'waitingForBrowser', address: 'https://example.test/authorize' });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Sign-in address' }).value).toBe('https://example.test/authorize');
  });
});

describe('choosing the station', () => {
  const chooseTeam = {
    step: 'chooseTeam', agentName: 'Sanne', teams: [{ id: 't1', name: 'Service NL' }, { id: 't2', name: 'Service EN' }],
    suggested: { teamId: 't2', dialNumber: '1001' }, failure: null, busy: false,
  } as const;

  it('signs in with team and number, remembered unless told otherwise', () => {
    const { sent } = at(chooseTeam);
    fireEvent.change(screen.getByRole('combobox', { name: 'Team' }), { target: { value: 't1' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Dial number' }), { target: { value: ' 1002 ' } });
    click('Continue');
    expect(sent).toEqual([['session.login', { teamId: 't1', dialNumber: '1002', remember: true }]]);
  });

  it('asks for the number when it is missing, and sends nothing', () => {
    const { sent } = at({ ...chooseTeam, suggested: { teamId: 'gone', dialNumber: '' } });
    click('Continue');
    expect(screen.getByText('Enter the number you can be dialled on.')).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Dial number' }).getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('shows the refusal of the contact centre with its reason', () => {
    at({ ...chooseTeam, failure: { code: 'loginRefused', values: { reason: 'DUPLICATE_LOCATION' } } });
    expect(screen.getByRole('alert').textContent).toBe('The contact centre refused this sign-in (DUPLICATE_LOCATION). Check your team and dial number.');
  });

  it('lets an agent without a team go back', () => {
    const { sent } = at({ ...chooseTeam, teams: [] });
    expect(screen.getByRole('alert').textContent).toContain('not a member of any team');
    click('Back');
    expect(sent).toEqual([['session.cancelSignIn', {}]]);
  });
});

it('takes the work back from another computer', async () => {
  const desk = at({ step: 'signedInElsewhere' });
  desk.refuse('session.continueHere', { code: 'centreUnreachable' });
  click('Continue here');
  await waitFor(() => { expect(screen.getByText(/could not be reached/)).toBeTruthy(); });
  expect(desk.sent).toEqual([['session.continueHere', {}]]);
});
