// What an inbound message says of the customer's device, in words for the agent. Sources: Apple's `Device-Agent` and `capability-list` of the message.
import type { IconName } from '../../ui/index.ts';

/** What an agent's templates need of a device. */
const plannedCapabilities = ['QUICK', 'LIST', 'TIME', 'FORM'] as const;

export interface DeviceFacts {
  readonly name: string;
  readonly icon: IconName;
}

const known: readonly { readonly pattern: RegExp; readonly name: string; readonly icon: IconName }[] = [
  { pattern: /watch/i, name: 'Apple Watch', icon: 'clock' },
  { pattern: /ipad/i, name: 'iPad', icon: 'phone' },
  { pattern: /iphone|ios/i, name: 'iPhone', icon: 'phone' },
  { pattern: /mac/i, name: 'Mac', icon: 'laptop' },
];

/** `agent` as the message carries it, such as `iPhone OS`; an unknown one keeps its own name. */
export function deviceFacts(agent: string, unknownName: string): DeviceFacts {
  const match = known.find(({ pattern }) => pattern.test(agent));
  return match === undefined ? { name: agent === '' ? unknownName : agent, icon: 'phone' } : { name: match.name, icon: match.icon };
}

export interface CapabilityChip {
  readonly code: (typeof plannedCapabilities)[number];
  readonly on: boolean;
}

/** Each planned one in a fixed order, on or off; what else a device names (sign-in, payment) is nothing an agent sends. */
export function capabilityChips(capabilities: readonly string[]): readonly CapabilityChip[] {
  const named = new Set(capabilities.map((code) => code.trim().toUpperCase()));
  return plannedCapabilities.map((code) => ({ code, on: named.has(code) }));
}
