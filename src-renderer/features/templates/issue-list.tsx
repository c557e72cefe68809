// What has to be put right before a template can be sent, and what the agent should know.
import type { ReactElement } from 'react';
import { isError, type Issue } from '../../../src-shared/domain/issue.ts';
import { useText } from '../../text/index.ts';
import { Note } from '../../ui/index.ts';
import { useIssueText } from './issue-words.ts';

export function IssueList({ issues, id }: { readonly issues: readonly Issue[]; readonly id?: string }): ReactElement | null {
  const text = useText();
  const issueText = useIssueText();
  // What has to be filled in has its own fields.
  const shown = issues.filter((issue) => issue.code !== 'unresolved');
  const errors = shown.filter(isError);
  const warnings = shown.filter((issue) => !isError(issue));
  if (shown.length === 0) return null;
  return (
    <div className="tpl-issues" {...(id !== undefined && { id })}>
      {errors.length > 0 && <Note tone="danger"><b>{text('templates.issues', { count: errors.length })}</b><ul>{errors.map((issue, index) => <li key={index}>{issueText(issue)}</li>)}</ul></Note>}
      {warnings.length > 0 && <Note tone="warn"><ul>{warnings.map((issue, index) => <li key={index}>{issueText(issue)}</li>)}</ul></Note>}
    </div>
  );
}
