// What a customer's device can show. Apple sends the list with every message; only the list counts, never the name of the device.
import type { OutboundKind } from './outbound.ts';

/** The capabilities that decide about something an agent can send. */
export const capabilities = ['QUICK', 'LIST', 'TIME', 'FORM'] as const;
export type Capability = (typeof capabilities)[number];

export const deviceKinds = ['iphone', 'mac', 'watch', 'tv', 'other'] as const;
/** As far as Apple says: an iPad calls itself an iPhone. */
export type DeviceKind = (typeof deviceKinds)[number];

/** `seenAt`: when the customer's last message came, ms since the epoch; null = none has come. */
export type DeviceCapabilities =
  | { readonly state: 'unknown'; readonly device: DeviceKind; readonly seenAt: number | null }
  | { readonly state: 'known'; readonly device: DeviceKind; readonly seenAt: number; readonly tokens: readonly Capability[] };

export const noDevice: DeviceCapabilities = { state: 'unknown', device: 'other', seenAt: null };

/** null = every device shows it. */
export const neededCapability: Readonly<Record<OutboundKind, Capability | null>> = {
  text: null, attachments: null, richLink: null, quickReply: 'QUICK', listPicker: 'LIST', timePicker: 'TIME', form: 'FORM',
};

export function deviceKindOf(deviceAgent: string | null): DeviceKind {
  const agent = (deviceAgent ?? '').toLowerCase();
  if (/iphone|ipad|ios/.test(agent)) return 'iphone';
  if (agent.includes('mac')) return 'mac';
  if (agent.includes('watch')) return 'watch';
  return agent.includes('tv') ? 'tv' : 'other';
}

/** Reads the list in any case, with spaces, doubled or unknown words. No list at all (null) = not known; an empty one = nothing beyond words. */
export function readCapabilities(report: { readonly capabilities: string | null; readonly deviceAgent: string | null; readonly seenAt: number } | null): DeviceCapabilities {
  if (report === null) return noDevice;
  const device = deviceKindOf(report.deviceAgent);
  if (report.capabilities === null) return { state: 'unknown', device, seenAt: report.seenAt };
  const words = new Set(report.capabilities.split(',').map((word) => word.trim().toUpperCase()));
  return { state: 'known', device, seenAt: report.seenAt, tokens: capabilities.filter((one) => words.has(one)) };
}

/** Why a device is not sent something. */
export type Misfit = 'unsupportedByDevice' | 'capabilitiesUnknown';

export type Compatibility =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: Misfit; readonly missing: Capability; readonly device: DeviceKind; readonly seenAt: number | null };

/** Whether the device can show this kind of message. What is not known is not allowed. */
export function compatibility(kind: OutboundKind, known: DeviceCapabilities): Compatibility {
  const missing = neededCapability[kind];
  if (missing === null || (known.state === 'known' && known.tokens.includes(missing))) return { ok: true };
  return { ok: false, reason: known.state === 'known' ? 'unsupportedByDevice' : 'capabilitiesUnknown', missing, device: known.device, seenAt: known.seenAt };
}

/** Why the device is not sent this kind of message; null = it shows it. */
export function misfit(kind: OutboundKind, known: DeviceCapabilities): Misfit | null {
  const fits = compatibility(kind, known);
  return fits.ok ? null : fits.reason;
}
