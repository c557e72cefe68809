// Texts for people by id, from the catalogues; the ids are checked by the compiler.
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from '../../src-shared/locales/index.ts';

export type TextValues = Readonly<Record<string, string | number>>;
export type TextOf = (id: MessageId, values?: TextValues) => string;

/** `text('area.key', { name })` in the agent's language. */
export function useText(): TextOf {
  const intl = useIntl();
  return useCallback((id: MessageId, values?: TextValues): string => intl.formatMessage({ id }, values), [intl]);
}

export interface TimeFormats {
  /** 14:06 */
  readonly time: (at: number) => string;
  /** 14:06:51 */
  readonly timeWithSeconds: (at: number) => string;
}

/** Moments as text, by the agent's language and the computer's zone; always 24 hours, as the timers beside them. */
export function useTimeFormats(): TimeFormats {
  const intl = useIntl();
  const time = useCallback((at: number) => intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }), [intl]);
  const timeWithSeconds = useCallback((at: number) => intl.formatTime(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }), [intl]);
  return { time, timeWithSeconds };
}
