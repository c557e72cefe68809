// One request in the stack.
import type { ReactElement } from 'react';
import { useDesk } from '../../desk/index.ts';
import { MaskedText, RichText, useText } from '../../text/index.ts';
import { Button, Elapsed, Icon } from '../../ui/index.ts';
import { OfferTimer } from './offer-timer.tsx';
import { useAccept } from './use-accept.ts';

export function OfferRow({ taskId }: { readonly taskId: string }): ReactElement | null {
  const text = useText();
  const accept = useAccept();
  const task = useDesk((view) => view.tasks[taskId]);
  if (task === undefined) return null;
  const { phase } = task;
  return (
    <li className="stack-row">
      {phase.name === 'offered' ? <OfferTimer phase={phase} size="m" /> : <span className="ring-box ring-box-m"><Icon name="spinner" /></span>}
      <div className="stack-who">
        <b className="ell strong" dir="auto"><MaskedText value={task.customerName} /></b>
        <Elapsed since={phase.since} className="cap" title={text('offers.sinceTitle')} />
      </div>
      <div className="stack-contact cap ell"><bdi><MaskedText value={task.customerNumber} /></bdi> · {task.queueName}</div>
      <div className="stack-source cap ell"><RichText id="offers.sourceShort" values={{ number: <bdi><MaskedText value={task.sourceNumber} /></bdi> }} /></div>
      <div className="stack-action">
        {phase.name === 'offered' ? (
          <Button kind="tonal" size="s" busy={task.busy === 'accept'} label={text('offers.acceptFrom', { name: task.customerName.text })} onPress={() => { void accept([taskId]); }}>
            {text('offers.accept')}
          </Button>
        ) : <span className="cap">{text('offers.connecting')}</span>}
      </div>
    </li>
  );
}
