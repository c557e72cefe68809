// What is wrong with a template before it is sent, as a sentence that names the field.
import { useCallback } from 'react';
import type { Issue } from '../../../src-shared/domain/issue.ts';
import { useText } from '../../text/index.ts';

/** `sections.0.items.2.title` → [sections 1, items 3, title]: places are counted from 1, ids stand as they are. Pure. */
export function partsOf(path: string): readonly { readonly part: string; readonly number: number | null }[] {
  const parts: { part: string; number: number | null }[] = [];
  for (const piece of path.split('.')) {
    const last = parts.at(-1);
    if (/^\d+$/.test(piece) && last !== undefined) last.number = Number(piece) + 1;
    else parts.push({ part: piece, number: null });
  }
  return parts;
}

export function useIssueText(): (issue: Issue) => string {
  const text = useText();
  return useCallback(({ path, code, values }) => {
    const field = partsOf(path).map(({ part, number }) => {
      const name = text('templates.field', { part, name: part });
      return number === null ? name : text('templates.fieldNumbered', { field: name, number });
    }).join(' · ');
    return text('templates.issue', { field, what: text(`templates.issue.${code}`, { by: 0, max: 0, min: 0, page: '', name: '', bytes: 0, ...values }) });
  }, [text]);
}
