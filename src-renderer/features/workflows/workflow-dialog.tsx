// Choose a workflow, fill in what it asks for, start it. What becomes of it is a line in the chat.
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { Workflow } from '../../../src-shared/domain/workflow.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Button, Checkbox, Dialog, Note, SearchList, TextField } from '../../ui/index.ts';
import { answersOf, missing, type Entered } from './answers.ts';

export function WorkflowDialog({ taskId, onClose }: { readonly taskId: TaskId; readonly onClose: () => void }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const { list, loading, failure: unread } = useDesk((view) => view.workflows);
  const live = useDesk((view) => view.connection.state === 'live');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [entered, setEntered] = useState<Entered>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = list.find((one) => one.id === chosenId);

  useEffect(() => {
    // A failure of this shows in the list itself.
    void command('workflow.load', {});
  }, [command]);

  const start = async (): Promise<void> => {
    if (chosen === undefined || missing(chosen, entered) !== null) return;
    setBusy(true);
    const result = await command('task.runWorkflow', { taskId, workflowId: chosen.id, attributes: answersOf(chosen, entered) });
    setBusy(false);
    if (result.ok) onClose();
    else setFailure(result.failure);
  };
  const lacking = chosen === undefined ? null : missing(chosen, entered);
  const reason = !live ? text('workflows.offline') : chosen === undefined ? text('workflows.chooseFirst') : lacking !== null ? text('workflows.fillIn', { field: lacking.label }) : false;

  return (
    <Dialog
      title={text('workflows.title')}
      onClose={onClose}
      footer={(
        <>
          <span className="cap grow" id="workflow-hint">{reason === false ? '' : reason}</span>
          <Button onPress={onClose}>{text('workflows.cancel')}</Button>
          <Button kind="primary" busy={busy} unavailable={reason} describedBy="workflow-hint" onPress={() => { void start(); }}>{text('workflows.start')}</Button>
        </>
      )}
    >
      <SearchList
        label={text('workflows.list')}
        search={text('workflows.search')}
        groups={[{ id: 'workflows', options: list.map(({ id, name, description }) => ({ id, name, detail: description })) }]}
        chosen={chosenId}
        onChoose={(id) => {
          setChosenId(id);
          setEntered({});
          setFailure(null);
        }}
        nothingFound={text(loading ? 'workflows.loading' : list.length === 0 ? 'workflows.none' : 'workflows.nothingFound')}
      />
      <div className="workflow-inputs">
        {unread !== null && <Note tone="warn" announce>{failureText(unread)}</Note>}
        {chosen !== undefined && <Inputs workflow={chosen} entered={entered} onEnter={(name, value) => { setEntered({ ...entered, [name]: value }); }} />}
        {failure !== null && <Note tone="danger" announce>{failureText(failure)}</Note>}
      </div>
    </Dialog>
  );
}

interface InputsProps {
  readonly workflow: Workflow;
  readonly entered: Entered;
  readonly onEnter: (name: string, value: string | boolean) => void;
}

function Inputs({ workflow, entered, onEnter }: InputsProps): ReactElement {
  const text = useText();
  return (
    <>
      {workflow.inputs.map(({ name, label, type, required }) => {
        const value = entered[name];
        if (type === 'boolean') return <Checkbox key={name} label={label} checked={value === true} onChange={(checked) => { onEnter(name, checked); }} />;
        const written = typeof value === 'string' ? value : '';
        const wrong = type === 'number' && written !== '' && !Number.isFinite(Number(written));
        return (
          <TextField
            key={name} label={required ? label : text('workflows.optional', { label })} value={written} required={required} maxLength={4_000}
            {...(wrong && { error: text('workflows.notANumber') })} onChange={(next) => { onEnter(name, next); }}
          />
        );
      })}
    </>
  );
}
