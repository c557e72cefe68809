// Which capability token an Apple message needs, and whether the customer's device listed it. Source: Apple's capability-list header.
import { isRecord } from '../../src-shared/wxcc/fields.ts';

const needs: Readonly<Record<string, string>> = { listPicker: 'LIST', event: 'TIME', 'quick-reply': 'QUICK', dynamic: 'FORM' };

/** The token that is missing, or null when the message can go out. Unknown capabilities (null) = none. */
export function missingCapability(apple: unknown, capabilityList: string | null): string | null {
  const interactive = isRecord(apple) ? apple['interactiveData'] : undefined;
  const data = isRecord(interactive) ? interactive['data'] : undefined;
  if (!isRecord(data)) return null;
  const has = new Set((capabilityList ?? '').split(',').map((token) => token.trim().toUpperCase()));
  const missing = Object.keys(needs).find((key) => data[key] !== undefined && !has.has(needs[key] ?? ''));
  return missing === undefined ? null : (needs[missing] ?? null);
}
