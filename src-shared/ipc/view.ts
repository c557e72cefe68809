// The view: everything the renderer may know, already masked. Main is the only writer; the renderer keeps a read-only replica.
// Collections are records keyed by id (never arrays that grow), so that a change is one small patch. Times are ms since the epoch.
import type { Station, Team } from '../domain/agent.ts';
import type { Failure } from '../domain/failure.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { Contrast, RememberedChoices, Theme } from '../domain/preferences.ts';
import type { TaskId } from '../domain/task.ts';
import type { AgentView, DirectoryView, WorkflowsView } from './view/agent.ts';
import type { ConversationView } from './view/conversation.ts';
import type { NoticeView, NotificationView, SoundsView } from './view/news.ts';
import { defaultSettings, type SettingsView } from './view/settings.ts';
import type { TaskView } from './view/task.ts';
import type { TemplatesView } from './view/templates.ts';

export type * from './view/agent.ts';
export type * from './view/conversation.ts';
export * from './view/news.ts';
export * from './view/settings.ts';
export type * from './view/task.ts';
export type * from './view/templates.ts';

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
