// What every group of routes needs: the centre as it is now (a reset replaces it), its people, and the edges.
import type { Centre } from '../model/centre.ts';
import type { Customers } from '../people/customers.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Clock } from '../time/clock.ts';
import type { Attachments } from './attachments.ts';
import type { Faults } from './faults.ts';
import type { Tokens } from './principal.ts';
import type { Sockets } from './sockets.ts';

export interface Context {
  readonly organisation: Organisation;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly attachments: Attachments;
  readonly centre: () => Centre;
  readonly customers: () => Customers;
  /** As freshly started: no task, no log-in, no fault. */
  readonly reset: () => void;
  /** Where this sandbox listens, without a slash at the end. */
  readonly url: () => string;
}
