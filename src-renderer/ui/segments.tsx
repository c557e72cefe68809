// A choice between two or three ways, side by side. Native radio buttons: arrows move, one is always chosen.
import { useId } from 'react';
import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import './segments.css';
import { VisuallyHidden } from './small.tsx';
import { useWanted } from './use-wanted.ts';

export interface Segment<T extends string> {
  readonly id: T;
  readonly name: string;
  readonly icon?: IconName;
}

export interface SegmentsProps<T extends string> {
  /** What is chosen between, for screen readers. */
  readonly label: string;
  readonly segments: readonly Segment<T>[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  readonly unavailable?: boolean;
}

export function Segments<T extends string>({ label, segments, chosen, onChoose, unavailable = false }: SegmentsProps<T>): ReactElement {
  const name = useId();
  const [shown, want] = useWanted(chosen);
  return (
    <fieldset className="segments" disabled={unavailable}>
      <legend><VisuallyHidden>{label}</VisuallyHidden></legend>
      {segments.map((segment) => (
        <label key={segment.id} className="segment">
          <input type="radio" name={name} checked={segment.id === shown} onChange={() => { want(segment.id); onChoose(segment.id); }} />
          {segment.icon !== undefined && <Icon name={segment.icon} size="s" />}
          {segment.name}
        </label>
      ))}
    </fieldset>
  );
}
