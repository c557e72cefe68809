// Customers' devices as inbound messages describe them (values as Apple's capability-list and Device-Agent headers carry them).

export interface Device {
  readonly deviceAgent: string;
  /** Absent on a device whose provider drops the list. */
  readonly capabilityList?: string;
}

const iPhone: Device = { deviceAgent: 'iPhone OS', capabilityList: 'AUTH,LIST,TIME,QUICK,AUTH2,FORM' };
const mac: Device = { deviceAgent: 'Mac OS X', capabilityList: 'LIST,TIME,QUICK,AUTH2' };

/** A profile of several devices is a customer who goes from one to the next. */
export const devices = {
  iPhone: [iPhone],
  oldIPhone: [{ deviceAgent: 'iPhone OS', capabilityList: 'LIST,TIME,AUTH' }],
  iPad: [{ deviceAgent: 'iPhone OS', capabilityList: 'auth, list, time, quick, auth2, form' }],
  mac: [mac],
  watch: [{ deviceAgent: 'Watch OS', capabilityList: '' }],
  unknown: [{ deviceAgent: 'iPhone OS' }],
  switching: [iPhone, mac],
} as const satisfies Readonly<Record<string, readonly [Device, ...Device[]]>>;

export type DeviceName = keyof typeof devices;
export const deviceNames = Object.keys(devices) as [DeviceName, ...DeviceName[]];

const MESSAGES_FROM_EACH = 2;

/** The device a customer's next message comes from, when `written` have come since they began with this profile. */
export function deviceAt(name: DeviceName, written: number): Device {
  const profile: readonly [Device, ...Device[]] = devices[name];
  return profile[Math.floor(written / MESSAGES_FROM_EACH) % profile.length] ?? profile[0];
}
