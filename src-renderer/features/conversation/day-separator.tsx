// The line between two days. "Today" and "Yesterday" follow the clock past midnight.
import { memo } from 'react';
import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../text/index.ts';
import { useTick } from '../../ui/index.ts';
import { startOfDay } from './transcript-rows.ts';

export const DaySeparator = memo(function DaySeparator({ at }: { readonly at: number }): ReactElement {
  const intl = useIntl();
  const text = useText();
  const today = useTick(startOfDay);
  const day = startOfDay(at);
  const thisYear = new Date(at).getFullYear() === new Date(today).getFullYear();
  const date = intl.formatDate(at, { weekday: 'long', day: 'numeric', month: 'long', ...(!thisYear && { year: 'numeric' }) });
  // Through noon of the day before, because a day is 23 or 25 hours long when the clocks change.
  const yesterday = startOfDay(today - 12 * 3_600_000);
  return <h2 className="day">{day === today ? text('conversation.today', { date }) : day === yesterday ? text('conversation.yesterday', { date }) : date}</h2>;
});
