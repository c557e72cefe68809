// What the compose box needs of the templates: the button, the picker and the key that opens it, the staged card and whether it can go out.
import { lazy, Suspense, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { TaskId } from '../../../src-shared/domain/task.ts';
import type { StagedView } from '../../../src-shared/ipc/view.ts';
import { useAction, useDesk } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { IconButton } from '../../ui/index.ts';
import { asksForTemplates } from './slash.ts';
import './staged.css';
import { StagedCard, useStagedWhy } from './staged-card.tsx';
import { stagedName } from './staged-name.ts';
import type { Box } from './types.ts';
import type { Draft } from './use-draft.ts';

const TemplatePicker = lazy(async () => ({ default: (await import('./template-picker.tsx')).TemplatePicker }));

export interface TemplatesOptions {
  readonly taskId: TaskId;
  /** How the customer is called. */
  readonly name: string;
  readonly box: Box;
  readonly onSendAsText: () => void;
}

export interface Templates {
  readonly staged: StagedView | null;
  /** Why what is staged keeps everything from being sent; null = nothing does. */
  readonly blocked: string | null;
  readonly button: ReactElement;
  readonly card: ReactElement | null;
  readonly picker: ReactElement | null;
  /** Answers whether the key opened the picker. `before` is what stands in front of the cursor. */
  readonly onKey: (event: KeyboardEvent, before: string) => boolean;
  /** Takes the picker away when the agent goes on in the box. */
  readonly close: () => void;
}

interface Opened {
  readonly by: 'button' | 'key';
  readonly started: { readonly templateId: string; readonly draft: Draft } | null;
}

export function useTemplates({ taskId, name, box, onSendAsText }: TemplatesOptions): Templates {
  const text = useText();
  const staged = useDesk((view) => (view.open?.taskId === taskId ? view.open.staged : null));
  const why = useStagedWhy()(staged);
  const [opened, setOpened] = useState<Opened | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = (by: Opened['by'], started: Opened['started'] = null): void => { setOpened({ by, started }); };

  useAction('templates', (templateId) => { open('button', templateId === null ? null : { templateId, draft: { values: {}, edits: {} } }); });

  const closed = (typed: string | null): void => {
    setOpened(null);
    box.focus();
    // A slash that was meant as one: what was typed stands in the box.
    if (opened?.by === 'key' && typed !== null) box.insert(`/${typed}`);
  };

  return {
    staged,
    blocked: staged === null || why === null ? null : text('templates.staged.blocked', { name: stagedName(staged) }),
    close: () => { setOpened(null); },
    onKey: (event, before) => {
      if (!asksForTemplates(event.nativeEvent, before)) return false;
      event.preventDefault();
      open('key');
      return true;
    },
    button: <IconButton ref={button} icon="template" label={text('templates.openHint')} expanded={opened !== null} onPress={() => { if (opened === null) open('button'); else closed(null); }} />,
    card: staged === null ? null : (
      <StagedCard
        key={staged.stagedId} taskId={taskId} staged={staged} customer={name} onGone={box.focus} onSendAsText={onSendAsText}
        onEdit={() => { if (staged.templateId !== null) open('button', { templateId: staged.templateId, draft: { values: staged.values, edits: staged.edits } }); }}
      />
    ),
    picker: opened === null ? null : <Suspense><TemplatePicker taskId={taskId} customer={name} box={box} started={opened.started} onClose={closed} /></Suspense>,
  };
}
