// Small helpers for records that are state: changed by making a new one.

/** The record without a key; the same record when the key was not there. */
export const withoutKey = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  key in record ? Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) : record;
