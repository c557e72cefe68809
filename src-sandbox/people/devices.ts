// Customers' devices as inbound messages describe them (values as Apple's capability-list and Device-Agent headers carry them).

export interface Device {
  readonly deviceAgent: string;
  /** Absent on a device whose provider drops the list. */
  readonly capabilityList?: string;
}

export const devices = {
  iPhone: { deviceAgent: 'iPhone OS', capabilityList: 'AUTH,LIST,TIME,QUICK,AUTH2,FORM' },
  oldIPhone: { deviceAgent: 'iPhone OS', capabilityList: 'LIST,TIME,AUTH' },
  iPad: { deviceAgent: 'iPhone OS', capabilityList: 'auth, list, time, quick, auth2, form' },
  mac: { deviceAgent: 'Mac OS X', capabilityList: 'LIST,TIME,QUICK,AUTH2' },
  watch: { deviceAgent: 'Watch OS', capabilityList: '' },
  unknown: { deviceAgent: 'iPhone OS' },
} as const satisfies Readonly<Record<string, Device>>;

export type DeviceName = keyof typeof devices;
export const deviceNames = Object.keys(devices) as [DeviceName, ...DeviceName[]];
