// The wrap-up of the open conversation: opens by itself, cannot be closed without a reason, counts down where the policy submits by itself.
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskPhaseView, TaskView } from '../../../src-shared/ipc/view.ts';
import type { MessageId } from '../../../src-shared/locales/index.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { Keys, RichText, useFailureText, useText, useTimeFormats } from '../../text/index.ts';
import { Button, Dialog, Elapsed, Note, SearchList, useDuration } from '../../ui/index.ts';
import { SpellingLines } from '../spelling/index.ts';
import { AutoWrapUp } from './auto-wrap-up.tsx';
import { listReasons, loadRecent, saveRecent, withRecent } from './reasons.ts';
import { NOTES_LIMIT, useWrapUpDraft } from './use-wrap-up-draft.ts';
import './wrap-up.css';

type WrapUpPhase = Extract<TaskPhaseView, { name: 'wrapUp' }>;

export function WrapUpDialog(): ReactElement | null {
  const task = useDesk((view) => (view.open === null ? undefined : view.tasks[view.open.taskId]));
  if (task?.phase.name !== 'wrapUp') return null;
  return <Asking key={task.taskId} task={task} phase={task.phase} />;
}

function Asking({ task, phase }: { readonly task: TaskView; readonly phase: WrapUpPhase }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const live = useDesk((view) => view.connection.state === 'live');
  const notes = useRef<HTMLTextAreaElement>(null);
  const agentId = useDesk((view) => view.agent?.agentId ?? '');
  const { draft, choose, write, flush } = useWrapUpDraft(task.taskId, phase.draft);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const busy = sending || task.busy === 'wrapUp';

  const submit = async (): Promise<void> => {
    if (busy || !live || draft.auxCodeId === null) return;
    setSending(true);
    setFailure(null);
    const result = await command('task.wrapUp', { taskId: task.taskId, auxCodeId: draft.auxCodeId, notes: draft.notes });
    setSending(false);
    if (!result.ok) setFailure(result.failure);
    else saveRecent(localStorage, agentId, withRecent(loadRecent(localStorage, agentId), draft.auxCodeId));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };

  return (
    <Dialog
      title={text('wrapUp.title')}
      subtitle={<Subtitle task={task} phase={phase} />}
      footer={(
        <>
          <SubmitKeys />
          <Button
            kind="primary" busy={busy} onPress={() => { void submit(); }}
            unavailable={live ? (draft.auxCodeId === null ? text('wrapUp.chooseFirst') : false) : text('wrapUp.offline')}
          >
            {text('wrapUp.submit')}
          </Button>
        </>
      )}
    >
      <div className="wrapup" onKeyDownCapture={onKeyDown}>
        {phase.autoAt !== null && <AutoWrapUp taskId={task.taskId} since={phase.since} autoAt={phase.autoAt} canExtend={phase.canExtend} />}
        <Reasons agentId={agentId} chosen={draft.auxCodeId} onChoose={choose} />
        <div className="wrapup-notes">
          {failure !== null && <Note tone="danger" announce>{failureText(failure)}</Note>}
          <label>
            <span className="wrapup-label">{text('wrapUp.notes')} <span className="cap">{text('wrapUp.notesHint')}</span></span>
            <span className="spelled">
              <textarea ref={notes} rows={2} dir="auto" spellCheck={false} maxLength={NOTES_LIMIT} value={draft.notes} onChange={(event) => { write(event.currentTarget.value); }} onBlur={flush} />
              <SpellingLines box={notes} />
            </span>
          </label>
        </div>
      </div>
    </Dialog>
  );
}

function Reasons({ agentId, chosen, onChoose }: { readonly agentId: string; readonly chosen: string | null; readonly onChoose: (id: string) => void }): ReactElement {
  const text = useText();
  const { locale } = useIntl();
  const codes = useDesk((view) => view.agent?.wrapUpCodes ?? noCodes);
  const [recentIds] = useState(() => loadRecent(localStorage, agentId));
  const { recent, others } = listReasons(codes, recentIds, locale);
  const groups = [
    ...(recent.length > 0 ? [{ id: 'recent', title: text('wrapUp.recent'), options: recent }] : []),
    { id: 'all', ...(recent.length > 0 && { title: text('wrapUp.all') }), options: others },
  ];
  return (
    <SearchList
      label={text('wrapUp.reasons')}
      search={text('wrapUp.search')}
      searchEnd={<span className="cap">{text('wrapUp.count', { count: codes.length })}</span>}
      groups={groups}
      chosen={chosen}
      onChoose={onChoose}
      nothingFound={text(codes.length === 0 ? 'wrapUp.noReasons' : 'wrapUp.nothingFound')}
    />
  );
}

const noCodes: readonly never[] = [];

const subtitles: Readonly<Record<WrapUpPhase['cause'], MessageId>> = {
  ended: 'wrapUp.ended', customerEnded: 'wrapUp.ended', transferred: 'wrapUp.transferred', leftConference: 'wrapUp.left',
};

function Subtitle({ task, phase }: { readonly task: TaskView; readonly phase: WrapUpPhase }): ReactElement {
  const text = useText();
  const { time } = useTimeFormats();
  const duration = useDuration();
  const facts = { name: task.customerName.text, time: time(phase.since), duration: duration(phase.durationMs, 'mm:ss') };
  return <>{text(subtitles[phase.cause], facts)} · <RichText id="wrapUp.counting" values={{ time: <Elapsed since={phase.since} /> }} /></>;
}

function SubmitKeys(): ReactElement {
  const platform = useDesk((view) => view.app.platform);
  return <span className="cap grow"><RichText id="wrapUp.submitKeys" values={{ keys: <Keys chord="Mod+Enter" platform={platform} /> }} /></span>;
}
