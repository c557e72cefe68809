// What the agent fills in and changes about the template in front; each template keeps its own while the picker is open.
import { useState } from 'react';
import type { TemplateEdits } from '../../../src-shared/domain/template.ts';
import type { Values } from './use-prepared.ts';

export interface Draft {
  readonly values: Values;
  readonly edits: TemplateEdits;
}

const untouched: Draft = { values: {}, edits: {} };

export interface Drafts {
  readonly of: (templateId: string | null) => Draft;
  readonly fill: (templateId: string, name: string, value: string) => void;
  readonly edit: (templateId: string, edits: TemplateEdits) => void;
}

export function useDrafts(started: Readonly<Record<string, Draft>> = {}): Drafts {
  const [drafts, setDrafts] = useState(started);
  const of = (templateId: string | null): Draft => (templateId === null ? untouched : (drafts[templateId] ?? untouched));
  const put = (templateId: string, draft: Partial<Draft>): void => { setDrafts({ ...drafts, [templateId]: { ...of(templateId), ...draft } }); };
  return {
    of,
    fill: (templateId, name, value) => {
      const { [name]: _, ...others } = of(templateId).values;
      put(templateId, { values: value === '' && !Object.hasOwn(of(templateId).values, name) ? others : { ...others, [name]: value } });
    },
    edit: (templateId, edits) => { put(templateId, { edits }); },
  };
}
