// One request: who, from where, for which queue, how long it has been here and how long it will stay. Before it is offered: connecting.
import type { ReactElement } from 'react';
import { useDesk } from '../../desk/index.ts';
import { MaskedText, useText } from '../../text/index.ts';
import { Avatar, Button, Elapsed, Icon } from '../../ui/index.ts';
import { BeforeRona, OfferTimer } from './offer-timer.tsx';
import { useAccept } from './use-accept.ts';

export function OfferCard({ taskId }: { readonly taskId: string }): ReactElement | null {
  const text = useText();
  const accept = useAccept();
  const task = useDesk((view) => view.tasks[taskId]);
  if (task === undefined) return null;
  const { phase } = task;
  const name = <MaskedText value={task.customerName} />;
  return (
    <article className="offer" aria-label={`${text('offers.new')}: ${task.customerName.text}`}>
      <header>
        <Icon name="messages" size="s" />
        <span className="grow">{text('offers.new')}</span>
        <Elapsed since={phase.since} className="cap" title={text('offers.sinceTitle')} />
      </header>
      <div className="offer-who">
        <Avatar initials={task.initials} />
        <div className="grow">
          <b className="offer-name ell" dir="auto">{name}</b>
          {phase.name === 'offered' ? <BeforeRona phase={phase} /> : <span className="cap">{text('offers.connectingDetail')}</span>}
        </div>
        {phase.name === 'offered' ? <OfferTimer phase={phase} size="l" /> : <span className="ring-box ring-box-l"><Icon name="spinner" /></span>}
      </div>
      <dl className="kv offer-facts">
        <dt>{text('offers.phone')}</dt><dd><bdi><MaskedText value={task.customerNumber} /></bdi></dd>
        <dt>{text('offers.source')}</dt><dd><bdi><MaskedText value={task.sourceNumber} /></bdi></dd>
        <dt>{text('offers.queue')}</dt><dd>{task.queueName}</dd>
      </dl>
      <div className="offer-foot">
        {phase.name === 'offered' ? (
          <Button kind="primary" wide busy={task.busy === 'accept'} label={text('offers.acceptFrom', { name: task.customerName.text })} onPress={() => { void accept([taskId]); }}>
            {text('offers.accept')}
          </Button>
        ) : <p className="offer-connecting">{text('offers.connecting')}</p>}
      </div>
    </article>
  );
}
