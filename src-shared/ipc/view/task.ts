// One line of the task list: where its task stands, and what was said last.
import type { MaskedText } from '../../domain/masking.ts';
import type { RichKind } from '../../domain/rich.ts';
import type { TaskId, WrapUpCause } from '../../domain/task.ts';

export type TaskPhaseView =
  /** The connecting popover: a request is being assigned. */
  | { readonly name: 'reserved'; readonly since: number }
  | { readonly name: 'offered'; readonly since: number; readonly ronaAt: number; readonly ronaTimeoutMs: number }
  | { readonly name: 'connected'; readonly since: number }
  | { readonly name: 'conference'; readonly since: number }
  | { readonly name: 'wrapUp'; readonly since: number; readonly cause: WrapUpCause; readonly durationMs: number; readonly autoAt: number | null; readonly canExtend: boolean; readonly draft: WrapUpDraft };

/** What the agent has chosen and not submitted yet; automatic wrap-up submits it. */
export interface WrapUpDraft {
  readonly auxCodeId: string | null;
  readonly notes: string;
}

export interface PreviewView {
  readonly from: 'customer' | 'self' | 'agent' | 'system';
  readonly name: string;
  /** Masked first, cut afterwards. */
  readonly text: MaskedText;
  /** What it is, where that is not words: the text may be empty then. */
  readonly about?: PreviewAbout;
  readonly at: number;
}

export type PreviewAbout = RichKind | 'picture' | 'file' | 'unsupported';

export interface ParticipantView {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly isSelf: boolean;
}

/** A command of the agent that is on its way for this task, so that its control can show it and cannot be pressed twice. */
export type TaskBusy = 'accept' | 'end' | 'wrapUp' | 'transfer' | 'conference' | 'exitConference';

export interface TaskView {
  readonly taskId: TaskId;
  readonly phase: TaskPhaseView;
  /** When this agent came into the chat, whatever its phase since; null while it is an offer. */
  readonly connectedAt: number | null;
  readonly customerName: MaskedText;
  readonly initials: string;
  readonly customerNumber: MaskedText;
  readonly sourceNumber: MaskedText;
  readonly queueName: string;
  /** Agents in the chat, the agent of this desk among them. */
  readonly agents: readonly ParticipantView[];
  readonly preview: PreviewView | null;
  readonly unread: number;
  /** When the oldest customer message without an answer came; null = nothing is owed. */
  readonly unansweredSince: number | null;
  readonly lastActivityAt: number;
  readonly customerTyping: boolean;
  readonly customerLeft: boolean;
  readonly assetRemoved: boolean;
  readonly busy: TaskBusy | null;
}
