// First step: the local sandbox, or a Webex region. Says why the last attempt did not work.
import { useState } from 'react';
import type { SubmitEvent, ReactElement, ReactNode } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import { centreChoices } from '../../../src-shared/domain/preferences.ts';
import type { CentreChoice } from '../../../src-shared/domain/preferences.ts';
import type { SessionView } from '../../../src-shared/ipc/view.ts';
import type { MessageId } from '../../../src-shared/locales/index.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Button, Icon, Note, Select } from '../../ui/index.ts';
import type { IconName } from '../../ui/index.ts';

type Region = Exclude<CentreChoice, 'sandbox'>;
const regions = centreChoices.filter((choice) => choice !== 'sandbox');

const regionIds: Readonly<Record<Region, MessageId>> = {
  us1: 'signIn.region.us1', eu1: 'signIn.region.eu1', eu2: 'signIn.region.eu2', anz1: 'signIn.region.anz1',
  ca1: 'signIn.region.ca1', jp1: 'signIn.region.jp1', sg1: 'signIn.region.sg1', in1: 'signIn.region.in1',
};

export function ChooseCentre({ session }: { readonly session: Extract<SessionView, { step: 'signedOut' }> }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const remembered = session.remembered?.centre ?? 'sandbox';
  const [kind, setKind] = useState<'sandbox' | 'webex'>(remembered === 'sandbox' ? 'sandbox' : 'webex');
  const [region, setRegion] = useState<Region>(remembered === 'sandbox' ? 'eu2' : remembered);
  const locked = useDesk((view) => view.settings.locked.includes('centre'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const problem = refused ?? session.failure;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const result = await command('session.signIn', { centre: kind === 'sandbox' ? 'sandbox' : region });
    setBusy(false);
    setRefused(result.ok ? null : result.failure);
  };

  return (
    <form className="signin-form" aria-labelledby="signin-title" onSubmit={(event) => { void submit(event); }}>
      <h1 id="signin-title">{text('signIn.title')}</h1>
      {session.signedOutBy !== null && <Note tone="warn" announce>{text('signIn.signedOutBy', { name: session.signedOutBy })}</Note>}
      {problem !== null && <Note tone="danger" announce>{failureText(problem)}</Note>}
      <fieldset disabled={locked}>
        <legend className="label">{text('signIn.centre')}</legend>
        <Choice chosen={kind === 'sandbox'} onChoose={() => { setKind('sandbox'); }} title={text('signIn.sandbox')} detail={text('signIn.sandboxDetail')} icon="flask" />
        <Choice chosen={kind === 'webex'} onChoose={() => { setKind('webex'); }} title={text('signIn.webex')} detail={text('signIn.webexDetail')} icon="cloud">
          {kind === 'webex' && (
            <Select label={text('signIn.region')} value={region} onChange={setRegion} options={regions.map((id) => ({ id, name: text(regionIds[id]) }))} />
          )}
        </Choice>
      </fieldset>
      {locked && <p className="cap"><Icon name="lock" size="xs" /> {text('settings.locked')}</p>}
      <Button type="submit" kind="primary" wide busy={busy} className="signin-go">{text('signIn.continue')}</Button>
    </form>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly detail: string;
  readonly icon: IconName;
  readonly children?: ReactNode;
}

function Choice({ chosen, onChoose, title, detail, icon, children }: ChoiceProps): ReactElement {
  return (
    <div className={`choice${chosen ? ' choice-chosen' : ''}`}>
      <label className="choice-label">
        <input className="radio" type="radio" name="centre" checked={chosen} onChange={onChoose} />
        <span className="grow"><span className="strong">{title}</span><span className="cap choice-detail">{detail}</span></span>
        <Icon name={icon} />
      </label>
      {children !== undefined && children !== false && <div className="choice-nest">{children}</div>}
    </div>
  );
}
