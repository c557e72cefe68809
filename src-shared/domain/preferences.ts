// What an agent chooses for this computer: the contact centre to sign in to, the look of the window, how it tells of news.
import type { Station } from './agent.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const contrasts = ['system', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

/** How the task list orders conversations. */
export const taskOrders = ['longestWait', 'newest'] as const;
export type TaskOrder = (typeof taskOrders)[number];

/** The local sandbox, or the data centre of a Webex region. */
export const centreChoices = ['sandbox', 'us1', 'eu1', 'eu2', 'anz1', 'ca1', 'jp1', 'sg1', 'in1'] as const;
export type CentreChoice = (typeof centreChoices)[number];

export interface RememberedChoices {
  readonly centre: CentreChoice;
  readonly station: Station | null;
}

/** How large everything is; 1 = as it comes. */
export const zooms = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
export type Zoom = (typeof zooms)[number];

/** The next larger (1) or smaller (-1) one; at the end it stays. */
export const nextZoom = (zoom: Zoom, by: 1 | -1): Zoom => zooms[zooms.indexOf(zoom) + by] ?? zoom;

/** What an organisation may set for all its agents (docs/administration.md). */
export type LockableSetting = 'centre' | 'theme' | 'contrast' | 'locale' | 'zoom' | 'preview' | 'startAtLogin' | 'spelling' | 'spellingLanguages';

/** Why the organisation's file does not hold as it was meant; `names` are those of its parts. */
export type PolicyProblem = { readonly kind: 'unreadable' | 'notJson' } | { readonly kind: 'parts'; readonly names: readonly string[] };

/** What Parley tells of, as the agent chooses it. */
export const newsTopics = ['request', 'message', 'waiting', 'status'] as const;
export type NewsTopic = (typeof newsTopics)[number];

/** `desktop`: the system's notification when Parley is not in front; `inApp`: sound, badge and bell; `silent`: badge and bell. */
export const newsWays = ['desktop', 'inApp', 'silent'] as const;
export type NewsWay = (typeof newsWays)[number];

/** What can be played for news; 'none' = nothing. */
export const tones = ['twoTones', 'softTap', 'rising', 'falling', 'bell', 'knock', 'drops'] as const;
export type Tone = (typeof tones)[number];
export type ToneChoice = Tone | 'none';
export const toneChoices: readonly ToneChoice[] = [...tones, 'none'];

/** Minutes since midnight, local time. `from` later than `to` goes over midnight; both the same is the whole day. */
export interface QuietHours {
  readonly on: boolean;
  readonly from: number;
  readonly to: number;
}

export interface NotificationPreferences {
  readonly ways: Readonly<Record<NewsTopic, NewsWay>>;
  /** Nothing sounds and nothing pops up; all collects under the bell. */
  readonly silent: boolean;
  readonly quietHours: QuietHours;
  /** Desktop notifications say who wrote and, masked, what. */
  readonly preview: boolean;
  readonly sounds: Readonly<Record<NewsTopic, ToneChoice>>;
  /** 0 to 100. */
  readonly volume: number;
  readonly flash: boolean;
}

export const defaultNotifications: NotificationPreferences = {
  ways: { request: 'desktop', message: 'desktop', waiting: 'desktop', status: 'desktop' },
  silent: false,
  quietHours: { on: false, from: 22 * 60, to: 7 * 60 },
  preview: true,
  sounds: { request: 'twoTones', message: 'softTap', waiting: 'rising', status: 'falling' },
  volume: 60,
  flash: true,
};

/** The skin tone of emoji that have one. */
export const emojiTones = ['none', 'light', 'medium-light', 'medium', 'medium-dark', 'dark'] as const;
export type EmojiTone = (typeof emojiTones)[number];

export interface EmojiPreferences {
  readonly tone: EmojiTone;
  /** As they were put into messages, the newest first. */
  readonly recent: readonly string[];
}

export const defaultEmoji: EmojiPreferences = { tone: 'none', recent: [] };

/** Two rows of the picker. */
export const MAX_RECENT_EMOJI = 18;

export const withRecent = (recent: readonly string[], emoji: string): readonly string[] =>
  [emoji, ...recent.filter((other) => other !== emoji)].slice(0, MAX_RECENT_EMOJI);
