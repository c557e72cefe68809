// The view: everything the renderer may know, already masked. Main is the only writer; the renderer keeps a read-only replica.
// Collections are records keyed by id (never arrays that grow), so that a change is one small patch. Times are ms since the epoch.
import type { AuxiliaryCode, ChannelCapacity, Station, Team } from '../domain/agent.ts';
import type { Compatibility, DeviceCapabilities } from '../domain/capabilities.ts';
import type { CustomerRecord } from '../domain/customer.ts';
import type { ColleagueEntry, QueueEntry } from '../domain/directory.ts';
import type { Failure } from '../domain/failure.ts';
import type { Issue } from '../domain/issue.ts';
import type { MaskedText } from '../domain/masking.ts';
import type { FileGone, SenderRole } from '../domain/message.ts';
import type { TextLink } from '../domain/text-links.ts';
import type { Outbound } from '../domain/outbound.ts';
import type { Rich, RichKind } from '../domain/rich.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import { defaultEmoji, defaultNotifications, type CentreChoice, type Contrast, type EmojiPreferences, type LockableSetting, type NotificationPreferences, type PolicyProblem, type RememberedChoices, type TaskOrder, type Theme, type Tone, type Zoom } from '../domain/preferences.ts';
import type { ChosenKeys } from '../domain/shortcuts.ts';
import { defaultSpelling, type SpellingPreferences } from '../domain/spelling.ts';
import type { TaskId, WrapUpCause } from '../domain/task.ts';
import type { TemplateEdits, TemplateEntry, VariableSource, WithdrawnBy } from '../domain/template.ts';
import type { Workflow } from '../domain/workflow.ts';

export interface DeskView {
  readonly app: AppView;
  readonly session: SessionView;
  readonly connection: ConnectionView;
  /** null until an agent is signed in. */
  readonly agent: AgentView | null;
  readonly tasks: Readonly<Record<TaskId, TaskView>>;
  /** The conversation the agent has open; its loaded window only. */
  readonly open: ConversationView | null;
  /** Grows whenever a conversation is brought in front, also the one that is open already: whatever covers it goes away. */
  readonly openings: number;
  /** What the window needs of the administrator's policy. */
  readonly policy: PolicyView;
  readonly directory: DirectoryView;
  readonly workflows: WorkflowsView;
  readonly templates: TemplatesView;
  /** The agent does nothing and is signed out at `endsAt`; null = nobody has to be warned. */
  readonly inactivity: { readonly endsAt: number | null };
  /** Messages that wait to be sent, of all conversations. */
  readonly unsentCount: number;
  readonly notices: Readonly<Record<string, NoticeView>>;
  /** What the bell counts and lists. */
  readonly notifications: Readonly<Record<string, NotificationView>>;
  readonly sounds: SoundsView;
  readonly settings: SettingsView;
}

// --- the application -------------------------------------------------------------------------------------------------------------------

export interface AppView {
  readonly version: string;
  readonly electronVersion: string;
  readonly platform: 'win' | 'mac' | 'linux';
  readonly locale: string;
  readonly theme: Theme;
  readonly contrast: Contrast;
  /** Masking policy in force: true until the administrator's policy is known. */
  readonly masking: boolean;
}

export interface PolicyView {
  /** Seconds after which an unanswered chat turns amber and red. */
  readonly unanswered: Policy['unanswered'];
  /** What may be attached; main decides, the window says so first. */
  readonly attachments: Policy['attachments'];
}

// --- the session -----------------------------------------------------------------------------------------------------------------------

export type SessionView =
  | { readonly step: 'signedOut'; readonly remembered: RememberedChoices | null; readonly failure: Failure | null; readonly signedOutBy: string | null }
  | { readonly step: 'startingSandbox' }
  /** The system browser is open at `address`; shown so that it can be opened by hand. */
  | { readonly step: 'waitingForBrowser'; readonly address: string }
  | { readonly step: 'connecting' }
  | { readonly step: 'chooseTeam'; readonly agentName: string; readonly teams: readonly Team[]; readonly suggested: Station; readonly failure: Failure | null; readonly busy: boolean }
  | { readonly step: 'signedIn'; readonly station: Station }
  /** The same agent signed in on another computer; this one has stopped. */
  | { readonly step: 'signedInElsewhere' };

/** `lost`: what was live is gone and is being tried again. `syncedAt`: when the server's state was last known in full. */
export type ConnectionView =
  | { readonly state: 'offline' }
  | { readonly state: 'connecting'; readonly attempt: number }
  | { readonly state: 'live'; readonly syncedAt: number }
  | { readonly state: 'lost'; readonly since: number; readonly attempt: number; readonly nextTryAt: number | null; readonly syncedAt: number | null };

// --- the agent -------------------------------------------------------------------------------------------------------------------------

export type StatusView =
  | { readonly kind: 'available'; readonly since: number }
  | { readonly kind: 'idle'; readonly auxCodeId: string; readonly name: string; readonly since: number }
  | { readonly kind: 'rona'; readonly since: number };

export interface AgentView {
  readonly agentId: string;
  readonly name: string;
  readonly initials: string;
  readonly orgName: string;
  readonly teamName: string;
  readonly status: StatusView;
  /** Name of the supervisor who set the status, when it was not the agent. */
  readonly changedBy: string | null;
  /** A status command is on its way. */
  readonly statusBusy: boolean;
  readonly idleCodes: readonly AuxiliaryCode[];
  readonly wrapUpCodes: readonly AuxiliaryCode[];
  readonly capacity: number;
  /** Places per channel; `capacity` is that of Apple Messages. */
  readonly channels: ChannelCapacity;
}

// --- tasks -----------------------------------------------------------------------------------------------------------------------------

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

// --- the open conversation -------------------------------------------------------------------------------------------------------------

export interface AttachmentView {
  readonly fileName: MaskedText;
  readonly mimeType: string;
  readonly size: number | null;
  /** How many UTF-16 units of the masked text stand before it. */
  readonly place: number;
  /** Its place among the files of its message. */
  readonly index: number;
  /** Taken away before it reached the agent; absent = it is there. */
  readonly gone?: FileGone;
  /** It could run something on this computer: it is not saved. */
  readonly isProgram: boolean;
  /** Whole percent of its upload, of a message that waits for it. */
  readonly uploaded?: number;
}

/** `share`: whole percent. */
export type TrayFileState =
  /** It is being taken in; nothing of it can be sent yet. */
  | { readonly state: 'reading'; readonly share: number }
  /** Kept safe, waiting for its turn or for the connection. */
  | { readonly state: 'ready' }
  | { readonly state: 'uploading'; readonly share: number }
  | { readonly state: 'uploaded' }
  /** It was taken in and cannot be sent as it is; it can be tried again. */
  | { readonly state: 'failed'; readonly failure: Failure }
  /** It was not taken in. */
  | { readonly state: 'refused'; readonly failure: Failure };

/** A file the agent attaches to the next message. */
export interface TrayFileView {
  readonly fileId: string;
  readonly order: number;
  readonly fileName: MaskedText;
  readonly mimeType: string;
  readonly size: number;
  readonly course: TrayFileState;
}

export type ContentView =
  /** `links`: web addresses among the words, where there are any. What they open is known in main alone. */
  | { readonly kind: 'text'; readonly text: MaskedText; readonly links?: readonly TextLink[] }
  | { readonly kind: 'attachments'; readonly text: MaskedText; readonly links?: readonly TextLink[]; readonly attachments: readonly AttachmentView[] }
  /** `text`: all its texts, a line each. */
  | { readonly kind: 'rich'; readonly text: MaskedText; readonly rich: Rich<MaskedText> }
  | { readonly kind: 'unsupported'; readonly type: string; readonly text: MaskedText };

/** Apple gives no delivered or read receipt, so there is none here. */
export type DeliveryView =
  | { readonly state: 'sent' }
  | { readonly state: 'queued' }
  | { readonly state: 'sending' }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retryable: boolean };

export type EventLine =
  | { readonly type: 'joined'; readonly name: string }
  | { readonly type: 'left'; readonly name: string }
  | { readonly type: 'ended'; readonly name: string | null }
  | { readonly type: 'customerLeft' }
  | { readonly type: 'customerReturned' }
  | { readonly type: 'transferred'; readonly name: string; readonly to: string }
  | { readonly type: 'invited'; readonly name: string; readonly to: string }
  | { readonly type: 'notAccepted'; readonly to: string }
  | { readonly type: 'workflowStarted'; readonly name: string }
  /** `message` is the workflow's own words, masked; may be empty. */
  | { readonly type: 'workflowFinished' | 'workflowFailed'; readonly name: string; readonly message: MaskedText }
  /** The connection was away when it ended, or may have. */
  | { readonly type: 'workflowUnknown'; readonly name: string };

/** `order` sorts the items of a conversation: the `seq` for what the server has, fractions and large numbers for the rest. */
export type ItemView =
  | {
      readonly kind: 'message';
      readonly itemId: string;
      readonly order: number;
      readonly at: number;
      readonly from: 'customer' | 'self' | 'agent' | 'system';
      readonly role: SenderRole;
      readonly name: string;
      readonly content: ContentView;
      readonly delivery: DeliveryView;
    }
  | { readonly kind: 'event'; readonly itemId: string; readonly order: number; readonly at: number; readonly event: EventLine };

/** Why nothing can be sent; null in `ConversationView.locked` = the compose box is open. */
export type ComposeLock = 'offer' | 'ended' | 'customerLeft' | 'assetRemoved';

/** What the business knows of a customer; `record` null = it has not come yet. */
export interface KnownOfCustomer {
  readonly loading: boolean;
  readonly failure: Failure | null;
  readonly record: CustomerRecord<MaskedText> | null;
}

export interface CustomerView {
  readonly name: MaskedText;
  readonly number: MaskedText;
  readonly device: { readonly name: string; readonly capabilities: readonly string[] | null; readonly seenAt: number } | null;
  readonly intent: string | null;
  readonly group: string | null;
  readonly locale: string | null;
  readonly associatedData: readonly { readonly key: string; readonly label: string; readonly value: MaskedText; readonly editable: boolean }[];
  /** Absent until it is asked for. */
  readonly known?: KnownOfCustomer;
}

export interface ConversationView {
  readonly taskId: TaskId;
  readonly items: Readonly<Record<string, ItemView>>;
  /** There are older messages at the contact centre than the loaded ones. */
  readonly hasEarlier: boolean;
  readonly loadingEarlier: boolean;
  /** What the agent has typed and not sent. The composer reads it when it opens; after that the composer leads. */
  readonly draft: string;
  /** What goes with the next message. */
  readonly tray: Readonly<Record<string, TrayFileView>>;
  readonly locked: ComposeLock | null;
  readonly customer: CustomerView;
  /** What the customer's device shows, as the last message said: what may be chosen follows it. */
  readonly capabilities: DeviceCapabilities;
  /** The card that waits beside the draft. */
  readonly staged: StagedView | null;
}

// --- the rest --------------------------------------------------------------------------------------------------------------------------

export interface DirectoryView {
  readonly queues: readonly QueueEntry[];
  readonly agents: readonly ColleagueEntry[];
  readonly updatedAt: number | null;
  readonly loading: boolean;
  readonly failure: Failure | null;
}

/** What the contact centre lets this agent trigger, as last read. */
export interface WorkflowsView {
  readonly list: readonly Workflow[];
  readonly loading: boolean;
  readonly failure: Failure | null;
}

/** An entry of the library with this agent's habits. */
export interface TemplateEntryView extends TemplateEntry {
  readonly favourite: boolean;
  readonly uses: number;
  /** ms since the epoch; null = not used yet. */
  readonly lastUsedAt: number | null;
}

/** The library as last read, by id. */
export interface TemplatesView {
  readonly list: Readonly<Record<string, TemplateEntryView>>;
  readonly loading: boolean;
  readonly failure: Failure | null;
  /** ms since the epoch; null = not read yet. */
  readonly loadedAt: number | null;
}

export type StagedState =
  | { readonly state: 'ready' }
  | ({ readonly state: 'incompatible' } & Omit<Extract<Compatibility, { readonly ok: false }>, 'ok'>)
  | { readonly state: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly state: 'withdrawn'; readonly why: WithdrawnBy };

/** A card that waits to be sent. What is wrong is told; nothing is taken away. */
export interface StagedView {
  readonly stagedId: string;
  /** null = made without a template. */
  readonly templateId: string | null;
  readonly name: string;
  readonly kind: Outbound['kind'];
  /** As the customer will see it, masked; without the bytes of its pictures. */
  readonly content: Outbound<MaskedText>;
  readonly asText: MaskedText;
  /** What the agent typed and changed, to go on from. */
  readonly values: Readonly<Record<string, string>>;
  readonly edits: TemplateEdits;
  readonly state: StagedState;
  readonly warnings: readonly Issue[];
}

/** What `template.prepare` answers: the template as it would be sent now. */
export interface PreparedTemplate {
  /** Masked, with its pictures. */
  readonly content: Outbound<MaskedText>;
  readonly asText: MaskedText;
  /** Text for the compose box; null = it is no text, or something in it is hidden: stage it instead. */
  readonly insert: string | null;
  readonly variables: readonly { readonly name: string; readonly source: VariableSource; readonly value: MaskedText | null }[];
  /** Places without a value among them. */
  readonly issues: readonly Issue[];
  readonly compatibility: Compatibility;
}

/** A calm message that stays until it is dismissed or its reason is gone. */
export type NoticeView = { readonly noticeId: string; readonly at: number } & (
  | { readonly kind: 'missedOffer'; readonly customerName: MaskedText; readonly customerNumber?: MaskedText; readonly queueName: string }
  | { readonly kind: 'withdrawnOffer'; readonly customerName: MaskedText; readonly queueName: string; readonly why?: 'customerLeft' | 'assetRemoved' }
  /** A supervisor set the agent's status; goes when the agent sets it. `status` is the idle reason's name, '' = Available. */
  | { readonly kind: 'statusChanged'; readonly by: string; readonly status: string }
  /** Something about a chat came to nothing that no command of the window is waiting for: what a command refuses is its own answer. */
  | { readonly kind: 'taskFailed'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly failure: Failure }
  | { readonly kind: 'assetRemoved'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly assetName?: string }
  /** A message that can never be sent any more (its chat is gone); its text is offered for copying. */
  | { readonly kind: 'unsent'; readonly taskId: TaskId; readonly text: MaskedText; readonly failure: Failure }
  /** What is queued or typed is kept in memory only, because this computer offers no secure storage. */
  | { readonly kind: 'outboxNotSaved' }
);

/** One line under the bell. Requests and messages are there as long as they are unread, who waits until they are answered; the rest until it is cleared. */
export type NotificationView = { readonly notificationId: string; readonly at: number; readonly read: boolean } & (
  | { readonly kind: 'request'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly queueName: string }
  | { readonly kind: 'message'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly text: MaskedText; readonly count: number }
  /** No answer for longer than the policy's limit, since `since`; `count` messages of it are unread. */
  | { readonly kind: 'waiting'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly since: number; readonly count: number }
  | { readonly kind: 'missed'; readonly customerName: MaskedText; readonly queueName: string }
  | { readonly kind: 'assetRemoved'; readonly taskId: TaskId; readonly customerName: MaskedText }
  | { readonly kind: 'notAccepted'; readonly taskId: TaskId; readonly customerName: MaskedText; readonly to: string }
  /** `at` is when the connection was lost. */
  | { readonly kind: 'connectionLost' }
);

/** What waits to be seen: the number on the bell, the badge and the tray, which so cannot differ. A message counts each, whoever waits with it. */
export const unreadCount = (notifications: DeskView['notifications']): number =>
  Object.values(notifications).reduce((sum, one) => sum + (one.read ? 0 : one.kind === 'message' || one.kind === 'waiting' ? Math.max(1, one.count) : 1), 0);

/** What the window plays. `volume` is 0 to 100. */
export interface SoundsView {
  /** Played once when `number` grows. */
  readonly latest: { readonly number: number; readonly tone: Tone; readonly volume: number } | null;
  /** A request rings: its tone repeats until this is null. */
  readonly ringing: { readonly tone: Tone; readonly volume: number } | null;
}

export interface SettingsView extends SpellingPreferences {
  readonly notifications: NotificationPreferences;
  /** Keys the agent chose instead of the table's. */
  readonly shortcuts: ChosenKeys;
  /** Absent = the longest wait first. */
  readonly taskOrder?: TaskOrder;
  readonly emoji: EmojiPreferences;
  readonly zoom: Zoom;
  readonly startAtLogin: boolean;
  /** The only contact centre the organisation allows; null = the agent chooses. */
  readonly centre: CentreChoice | null;
  /** Set by the organisation: shown, and not to be changed. */
  readonly locked: readonly LockableSetting[];
  /** The organisation's file is not as it was meant. */
  readonly policyProblem: PolicyProblem | null;
}

export const defaultSettings: SettingsView = {
  notifications: defaultNotifications, shortcuts: {}, emoji: defaultEmoji, ...defaultSpelling, zoom: 1, startAtLogin: false, centre: null, locked: [], policyProblem: null,
};

export const emptyView = (app: AppView): DeskView => ({
  app,
  session: { step: 'signedOut', remembered: null, failure: null, signedOutBy: null },
  connection: { state: 'offline' },
  agent: null,
  tasks: {},
  policy: { unanswered: defaultPolicy.unanswered, attachments: defaultPolicy.attachments },
  open: null,
  openings: 0,
  directory: { queues: [], agents: [], updatedAt: null, loading: false, failure: null },
  workflows: { list: [], loading: false, failure: null },
  templates: { list: {}, loading: false, failure: null, loadedAt: null },
  inactivity: { endsAt: null },
  unsentCount: 0,
  notices: {},
  notifications: {},
  sounds: { latest: null, ringing: null },
  settings: defaultSettings,
});
