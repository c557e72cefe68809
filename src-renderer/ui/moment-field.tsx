// Fields for a day and a time of day. What they are made of is sizeable and fetched when the first of them is shown.
import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import './field.css';
import type { DayFieldProps, TimeFieldProps } from './moment-parts.tsx';

const parts = () => import('./moment-parts.tsx');
const Time = lazy(async () => ({ default: (await parts()).TimeField }));
const Day = lazy(async () => ({ default: (await parts()).DayField }));
const coming = <span className="field field-s moment-field" />;

export function TimeField(props: TimeFieldProps): ReactElement {
  return <Suspense fallback={coming}><Time {...props} /></Suspense>;
}

export function DayField(props: DayFieldProps): ReactElement {
  return <Suspense fallback={coming}><Day {...props} /></Suspense>;
}
