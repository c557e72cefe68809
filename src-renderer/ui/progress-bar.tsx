// A thin bar for something that takes a while, with a name of its own. `share`: whole percent.
import type { ReactElement } from 'react';
import './progress-bar.css';

export function ProgressBar({ label, share }: { readonly label: string; readonly share: number }): ReactElement {
  return <progress className="progress-bar" max={100} value={share} aria-label={label} />;
}
