// Says, once and politely, that the customer's device has changed while the picker is open and what that changes.
import { useState } from 'react';
import type { DeviceCapabilities } from '../../../src-shared/domain/capabilities.ts';
import { useText } from '../../text/index.ts';
import type { PickerEntry } from './entries.ts';

const what = (device: DeviceCapabilities | null): string => (device === null ? '' : `${device.device} ${device.state === 'known' ? device.tokens.join() : '?'}`);

/** null = it is what it was when the picker was opened. */
export function useRescreened(device: DeviceCapabilities | null, entries: readonly PickerEntry[]): string | null {
  const text = useText();
  const [first] = useState(() => what(device));
  const [changed, setChanged] = useState(false);
  if (!changed && what(device) !== first) setChanged(true);
  if (!changed || device === null) return null;
  const off = entries.filter((entry) => entry.blocked !== null).length;
  return text('templates.rescreened', { device: text('templates.device', { device: device.device }), usable: entries.length - off, off });
}
