// How the agent is told of news: a pure decision from what happened, where the agent is, and what they chose.
// A setting that is not one of those known counts as the most private one.
import type { NewsTopic, NotificationPreferences, Tone } from '../../src-shared/domain/preferences.ts';
import type { TaskId } from '../../src-shared/domain/task.ts';
import { isQuiet } from './quiet-hours.ts';

/** Why no desktop notification is shown. */
export type SuppressedReason = 'inFront' | 'silentMode' | 'quietHours' | 'chosenInApp' | 'chosenSilent';

export interface Decision {
  readonly desktop:
    | { readonly kind: 'show'; readonly preview: boolean; readonly urgency: 'critical' | 'normal' }
    | { readonly kind: 'suppressed'; readonly reason: SuppressedReason };
  /** Played once; 0 to 100. */
  readonly sound: { readonly tone: Tone; readonly volume: number } | null;
  /** The sound repeats until the agent has seen the request. */
  readonly rings: boolean;
  readonly flash: boolean;
}

export interface Circumstances {
  /** Parley's window has the focus. */
  readonly inFront: boolean;
  readonly openTaskId: TaskId | null;
  readonly preferences: NotificationPreferences;
  /** Minutes since local midnight. */
  readonly minute: number;
}

/** `taskId`: the chat it is about, if any. The bell and the badge follow the state and are not decided here. */
export function decide(news: { readonly topic: NewsTopic; readonly taskId: TaskId | null }, { inFront, openTaskId, preferences, minute }: Circumstances): Decision {
  const { topic, taskId } = news;
  const quiet = quietBecause(preferences, topic, minute);
  // The message appears, or the timer turns red, before the agent's eyes.
  const beingRead = (topic === 'message' || topic === 'waiting') && inFront && taskId !== null && taskId === openTaskId;
  const tone = preferences.sounds[topic];
  const sound = quiet === null && !beingRead && tone !== 'none' && preferences.volume > 0 ? { tone, volume: preferences.volume } : null;
  const suppressed = inFront ? 'inFront' : (quiet ?? (preferences.ways[topic] === 'desktop' ? null : 'chosenInApp'));
  return {
    desktop: suppressed === null
      ? { kind: 'show', preview: showsPreview(preferences), urgency: topic === 'request' ? 'critical' : 'normal' }
      : { kind: 'suppressed', reason: suppressed },
    sound,
    rings: sound !== null && topic === 'request' && !inFront,
    flash: quiet === null && !inFront && preferences.flash,
  };
}

/** Compared with true: whatever else a preference holds, nothing of the chat is shown. */
export const showsPreview = ({ preview }: { readonly preview: unknown }): boolean => preview === true;

function quietBecause(preferences: NotificationPreferences, topic: NewsTopic, minute: number): SuppressedReason | null {
  if (preferences.silent) return 'silentMode';
  if (isQuiet(preferences.quietHours, minute)) return 'quietHours';
  const way = preferences.ways[topic];
  return way === 'desktop' || way === 'inApp' ? null : 'chosenSilent';
}
