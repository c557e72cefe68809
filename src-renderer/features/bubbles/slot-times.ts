// Moments of an appointment, in the zone of the event where it has one, else in the agent's.
import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const MINUTE = 60_000;

/** A number of the day on which a moment lies in a zone. */
export const dayNumber = (at: number, offset: number): number => Math.floor((at + offset * MINUTE) / 86_400_000);

export interface SlotTimes {
  /** Wed 25 Nov; `long` with the year. */
  readonly day: (at: number, offset: number, long?: boolean) => string;
  /** 09:00 */
  readonly time: (at: number, offset: number) => string;
  /** 09:00–10:00; the beginning alone where there is no duration. */
  readonly span: (at: number, seconds: number, offset: number) => string;
  readonly duration: (seconds: number) => string;
}

/** `offset` in minutes: the moment is moved and read as GMT, since a fixed offset has no name among the zones. */
export function useSlotTimes(): SlotTimes {
  const intl = useIntl();
  return useMemo(() => {
    const time = (at: number, offset: number): string => intl.formatTime(at + offset * MINUTE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
    return {
      time,
      day: (at, offset, long = false) => intl.formatDate(at + offset * MINUTE, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC', ...(long && { year: 'numeric' }) }),
      span: (at, seconds, offset) => (seconds === 0 ? time(at, offset) : `${time(at, offset)}–${time(at + seconds * 1000, offset)}`),
      duration: (seconds) => {
        const hours = seconds / 3_600;
        return Number.isInteger(hours)
          ? intl.formatNumber(hours, { style: 'unit', unit: 'hour', unitDisplay: 'long' })
          : intl.formatNumber(Math.round(seconds / 60), { style: 'unit', unit: 'minute', unitDisplay: 'long' });
      },
    };
  }, [intl]);
}
