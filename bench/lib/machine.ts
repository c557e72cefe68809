// The facts without which a figure means nothing: runtime, processor, memory, load.
import { cpus, loadavg, platform, release, totalmem } from 'node:os';

export interface Machine {
  readonly electron: string;
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Load average of the last minute when the measurement began: above `cores` other work has disturbed it. */
  readonly load: number;
  readonly takenAt: string;
}

export function machineFacts(): Machine {
  const processors = cpus();
  return {
    electron: `${process.env['PARLEY_ELECTRON_VERSION'] ?? 'unknown'} (${process.env['PARLEY_ELECTRON_SOURCE'] ?? 'unknown'})`,
    node: process.versions.node,
    system: `${platform()} ${release()}`,
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    takenAt: new Date().toISOString(),
  };
}

export const machineLine = ({ electron, processor, cores, memoryGb, system, load, takenAt }: Machine): string =>
  `Electron ${electron}, ${String(cores)} × ${processor}, ${String(memoryGb)} GB, ${system}, load ${String(load)} at the start, ${takenAt}`;
