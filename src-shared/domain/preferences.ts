// What an agent chooses for this computer: the contact centre to sign in to, and the look of the window.
import type { Station } from './agent.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const contrasts = ['system', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

/** The local sandbox, or the data centre of a Webex region. */
export const centreChoices = ['sandbox', 'us1', 'eu1', 'eu2', 'anz1', 'ca1', 'jp1', 'sg1', 'in1'] as const;
export type CentreChoice = (typeof centreChoices)[number];

export interface RememberedChoices {
  readonly centre: CentreChoice;
  readonly station: Station | null;
}
