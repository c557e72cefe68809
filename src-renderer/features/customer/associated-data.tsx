// Associated data of the chat; what agents may change is changed in its place. A value that is refused stays in the field, with the reason.
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement, SubmitEvent } from 'react';
import type { Failure } from '../../../src-shared/domain/failure.ts';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { CustomerView } from '../../../src-shared/ipc/view.ts';
import { useCommand, useDesk } from '../../desk/index.ts';
import { MaskedText, useFailureText, useText } from '../../text/index.ts';
import { Button, IconButton, LiveRegion } from '../../ui/index.ts';
import { Fact, Part } from './part.tsx';

type Datum = CustomerView['associatedData'][number];

export function AssociatedData({ taskId, data }: { readonly taskId: TaskId; readonly data: readonly Datum[] }): ReactElement | null {
  const text = useText();
  const inChat = useDesk((view) => ['connected', 'conference'].includes(view.tasks[taskId]?.phase.name ?? ''));
  const locked = useDesk((view) => view.tasks[taskId]?.assetRemoved === true);
  const [saved, setSaved] = useState('');
  if (data.length === 0) return null;
  return (
    <Part title={text('customer.associatedData')}>
      <dl className="kv">
        {data.map((datum) => (
          <Fact key={`${taskId} ${datum.key}`} label={datum.label}>
            {datum.editable && inChat && !locked ? <Editable taskId={taskId} datum={datum} onSaved={() => { setSaved(text('customer.saved', { label: datum.label })); }} /> : <MaskedText value={datum.value} />}
          </Fact>
        ))}
      </dl>
      <LiveRegion text={saved} />
    </Part>
  );
}

interface EditableProps {
  readonly taskId: TaskId;
  readonly datum: Datum;
  readonly onSaved: () => void;
}

function Editable({ taskId, datum, onSaved }: EditableProps): ReactElement {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The focus goes back to where the editing began.
    if (wasOpen.current && !isOpen) edit.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen) return <Editor taskId={taskId} datum={datum} onDone={(done) => { setOpen(false); if (done) onSaved(); }} />;
  return (
    <span className="datum">
      <span className="grow"><MaskedText value={datum.value} /></span>
      <IconButton ref={edit} size="s" icon="edit" label={text('customer.edit', { label: datum.label })} onPress={() => { setOpen(true); }} />
    </span>
  );
}

function Editor({ taskId, datum, onDone }: { readonly taskId: TaskId; readonly datum: Datum; readonly onDone: (saved: boolean) => void }): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  const command = useCommand();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // What is hidden cannot be edited, only replaced.
  const hidden = datum.value.spans.length > 0;
  const [value, setValue] = useState(hidden ? '' : datum.value.text);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  useEffect(() => { input.current?.focus(); }, []);
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await command('task.setData', { taskId, key: datum.key, value });
    setBusy(false);
    if (result.ok) onDone(true);
    else {
      setRefused(result.failure);
      input.current?.focus();
    }
  };
  const told = refused !== null ? failureText(refused) : hidden ? text('customer.replaces') : '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <form className="datum-form" onSubmit={submit}>
      <span className="field field-s">
        <input
          ref={input} value={value} maxLength={2_000} autoComplete="off" spellCheck={false} dir="auto" aria-label={datum.label} aria-invalid={refused === null ? undefined : true}
          {...(told !== '' && { 'aria-describedby': id })}
          onChange={(event) => { setValue(event.currentTarget.value); }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onDone(false);
          }}
        />
      </span>
      {told !== '' && <p id={id} className={refused === null ? 'hint' : 'hint hint-error'} {...(refused !== null && { role: 'alert' })}>{told}</p>}
      <span className="row">
        <Button size="s" kind="primary" type="submit" busy={busy}>{text('customer.save')}</Button>
        <Button size="s" onPress={() => { onDone(false); }}>{text('customer.cancel')}</Button>
      </span>
    </form>
  );
}
