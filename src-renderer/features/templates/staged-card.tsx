// The card above the compose box that goes out after the text. It turns amber when the customer's device cannot show it any more, and keeps what it holds.
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { StagedView } from '../../../src-shared/ipc/view.ts';
import { useCommandWithNotice } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Button, Icon, IconButton, LiveRegion } from '../../ui/index.ts';
import { IssueList } from './issue-list.tsx';
import { useRefusalText, kindIcons, useKindName } from './kind-words.ts';
import { TemplatePreview } from './preview/template-preview.tsx';
import { stagedName } from './staged-name.ts';

export interface StagedCardProps {
  readonly taskId: TaskId;
  readonly staged: StagedView;
  readonly customer: string;
  readonly onEdit: () => void;
  readonly onSendAsText: () => void;
  /** The focus has to go somewhere when the card goes. */
  readonly onGone: () => void;
}

/** Why it cannot be sent as it is; null = it can. */
export function useStagedWhy(): (staged: StagedView | null) => string | null {
  const text = useText();
  const refusalText = useRefusalText();
  return (staged) => {
    switch (staged?.state.state) {
      case 'incompatible': return refusalText({ ok: false, ...staged.state });
      case 'withdrawn': return text(`templates.why.${staged.state.why}`);
      case 'invalid': return text('templates.issues', { count: staged.state.issues.length });
      default: return null;
    }
  };
}

export function StagedCard({ taskId, staged, customer, onEdit, onSendAsText, onGone }: StagedCardProps): ReactElement {
  const text = useText();
  const kindName = useKindName();
  const command = useCommandWithNotice();
  const why = useStagedWhy()(staged);
  const [shown, setShown] = useState(false);
  const { kind, state } = staged;
  const name = stagedName(staged);
  const remove = (): void => {
    void command('conversation.unstage', { taskId });
    onGone();
  };
  const card = {
    'aria-label': text('templates.staged', { name }),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Delete' && event.key !== 'Backspace') return;
      event.preventDefault();
      remove();
    },
  };
  return (
    <section className={`staged${why === null ? '' : ' staged-amber'}`} {...card}>
      <div className="staged-head">
        <span className="tpl-icon"><Icon name={why === null ? kindIcons[kind] : 'warn'} /></span>
        <span className="grow">
          <b className="ell" dir="auto">{name}</b>
          <span className="cap">{why ?? text('templates.staged.kind', { kind: kindName(kind) })}</span>
        </span>
        {why !== null && state.state !== 'withdrawn' && <Button size="s" onPress={onSendAsText}>{text('templates.asTextInstead')}</Button>}
        <IconButton icon={shown ? 'up' : 'down'} size="s" label={text('templates.staged.show')} expanded={shown} onPress={() => { setShown(!shown); }} />
        {staged.templateId !== null && <IconButton icon="edit" size="s" label={text('templates.staged.edit', { name })} onPress={onEdit} />}
        <IconButton icon="close" size="s" label={text('templates.staged.remove', { name })} onPress={remove} />
      </div>
      {state.state === 'invalid' && <IssueList issues={state.issues} />}
      {staged.warnings.length > 0 && <IssueList issues={staged.warnings} />}
      {shown && <TemplatePreview content={staged.content} customer={customer} />}
      {/* Said when it is added and whenever what can be done with it changes. */}
      <LiveRegion text={why === null ? text('templates.staged.added', { name }) : text('templates.staged.amber', { name, why })} />
    </section>
  );
}
