// What the templates need of the compose box they belong to, and how edits travel.
import type { TemplateEdits } from '../../../src-shared/domain/template.ts';
import type { CommandArguments } from '../../../src-shared/ipc/commands.ts';

export interface Box {
  /** Puts text where the cursor is and leaves the cursor behind it; what is there stays. */
  readonly insert: (text: string) => void;
  readonly focus: () => void;
  /** Pixels from the bottom of the window that the box takes: what opens over the chat stands above it. */
  readonly room: () => number;
}

type SentEdits = CommandArguments<'conversation.stage'>['edits'];

/** Edits as a command takes them. */
export const sentEdits = ({ slots, without, ...rest }: TemplateEdits): SentEdits => ({ ...rest, ...(slots && { slots: [...slots] }), ...(without && { without: [...without] }) });
