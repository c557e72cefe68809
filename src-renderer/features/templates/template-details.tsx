// One template in this chat: what has to be filled in, how the customer will see it, what can be changed, what is wrong with it.
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { TemplateEdits } from '../../../src-shared/domain/template.ts';
import type { PreparedTemplate } from '../../../src-shared/ipc/view.ts';
import { useFailureText, useText } from '../../text/index.ts';
import { Note, TextField } from '../../ui/index.ts';
import { canEdit, TemplateEditor } from './editor/template-editor.tsx';
import { IssueList } from './issue-list.tsx';
import { TemplatePreview } from './preview/template-preview.tsx';
import type { Prepared, Values } from './use-prepared.ts';

export interface TemplateDetailsProps {
  readonly prepared: Prepared;
  /** With nothing changed: what the editor chooses from. */
  readonly base: PreparedTemplate | null;
  readonly values: Values;
  readonly edits: TemplateEdits;
  readonly customer: string;
  readonly onValue: (name: string, value: string) => void;
  readonly onEdit: (edits: TemplateEdits) => void;
}

/** Names of what still has to be filled in. */
export const lacking = (template: PreparedTemplate): readonly string[] => template.variables.filter(({ value }) => value === null).map(({ name }) => name);

/** The id of the field of a variable, so that the focus can be put into it. */
export const fieldClass = 'tpl-value';

export function TemplateDetails({ prepared, base, values, edits, customer, onValue, onEdit }: TemplateDetailsProps): ReactElement {
  const text = useText();
  const failureText = useFailureText();
  // A key of the search shows another template: only what is looked at is drawn, and the list of all time zones is long.
  const [adjusting, setAdjusting] = useState(false);
  const { template, failure } = prepared;
  // What was asked for stays a field once it is filled in.
  const asked = useMemo(() => template?.variables.filter(({ name, value }) => value === null || Object.hasOwn(values, name)) ?? [], [template, values]);
  if (failure !== null) return <Note tone="danger">{failureText(failure)}</Note>;
  if (template === null) return <p className="cap">{text('templates.loading')}</p>;
  return (
    <>
      {asked.length > 0 && (
        <fieldset className={fieldClass} aria-label={text('templates.fill')}>
          {asked.map(({ name }) => <TextField key={name} label={name} value={values[name] ?? ''} required maxLength={1_000} onChange={(value) => { onValue(name, value); }} />)}
        </fieldset>
      )}
      <IssueList issues={template.issues} />
      <TemplatePreview content={template.content} customer={customer} />
      {base !== null && canEdit(base.content) && (
        <details className="tpl-adjust" onToggle={(event) => { setAdjusting(event.currentTarget.open); }}>
          <summary>{text('templates.adjust')}</summary>
          {adjusting && <TemplateEditor base={base.content} edits={edits} onEdit={onEdit} />}
        </details>
      )}
    </>
  );
}
