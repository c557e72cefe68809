// Second step: the team and the number this agent can be dialled on. Refusals of the contact centre are shown where they can be mended.
import { useState } from 'react';
import type { SubmitEvent, ReactElement } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { SessionView } from '../../../src-shared/ipc/view.ts';
import { useCommand } from '../../desk/index.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Button, Checkbox, Note, Select, TextField } from '../../ui/index.ts';

/** As long as the contact centre takes. */
const MAX_NUMBER = 43;

export function ChooseTeam({ session }: { readonly session: Extract<SessionView, { step: 'chooseTeam' }> }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const suggestedTeam = session.teams.find((team) => team.id === session.suggested.teamId) ?? session.teams[0];
  const [teamId, setTeamId] = useState(suggestedTeam?.id ?? '');
  const [dialNumber, setDialNumber] = useState(session.suggested.dialNumber);
  const [remember, setRemember] = useState(true);
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const problem = refused ?? session.failure;
  const busy = sending || session.busy;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const number = dialNumber.trim();
    setMissing(number === '');
    if (busy || number === '' || teamId === '') return;
    setSending(true);
    const result = await command('session.login', { teamId, dialNumber: number, remember });
    setSending(false);
    setRefused(result.ok ? null : result.failure);
  };

  return (
    <form className="signin-form" aria-labelledby="signin-title" noValidate onSubmit={(event) => { void submit(event); }}>
      <h1 id="signin-title">{text('signIn.teamTitle', { name: session.agentName })}</h1>
      {problem !== null && <Note tone="danger" announce>{failureText(problem)}</Note>}
      {session.teams.length === 0 ? <Note tone="warn" announce>{text('signIn.noTeams')}</Note> : (
        <>
          <Select label={text('signIn.team')} value={teamId} onChange={setTeamId} options={session.teams} />
          <TextField
            label={text('signIn.dialNumber')} value={dialNumber} inputMode="tel" maxLength={MAX_NUMBER} required hint={text('signIn.dialNumberHint')}
            onChange={(value) => { setDialNumber(value); setMissing(false); }}
            {...(missing && { error: text('signIn.dialNumberMissing') })}
          />
          <Checkbox label={text('signIn.remember')} checked={remember} onChange={setRemember} />
          <Button type="submit" kind="primary" wide busy={busy} className="signin-go">{text('signIn.continue')}</Button>
        </>
      )}
      <Button wide onPress={() => { void command('session.cancelSignIn', {}); }}>{text('signIn.back')}</Button>
    </form>
  );
}
