// For tests: a whole desk without a window; the test brings the contact centre's client and the clock.
import { randomUUID } from 'node:crypto';
import { createMasker } from '../masking/index.ts';
import { createDesk, type Desk } from './desk.ts';
import { memoryFiles } from './file-store.ts';
import type { DeskParts } from './parts.ts';
import { memoryFile } from './work.ts';

/** Longest wait for a condition, ms. */
const LIMIT_MS = 10_000;

export const openDesk = (outside: Pick<DeskParts, 'centre' | 'clock'> & Partial<Pick<DeskParts, 'workFile' | 'fileStore' | 'openAddress' | 'outsideFiles' | 'settings'>>): Promise<Desk> =>
  createDesk({
    random: Math.random, newId: randomUUID,
    door: { open: () => Promise.reject(new Error('Nobody signs in through a browser here.')) },
    openAddress: () => Promise.resolve(false),
    outsideFiles: { choose: () => Promise.resolve([]), chooseTarget: () => Promise.resolve(null) },
    preferences: { remembered: () => null, remember: () => undefined, setAppearance: () => undefined },
    masker: createMasker({ regions: ['GB', 'NL'] }),
    fileStore: memoryFiles,
    workFile: () => ({ ...memoryFile(), durable: true }),
    app: { version: '0', electronVersion: '0', platform: 'linux', locale: 'en', theme: 'system', contrast: 'system' },
    report: (error) => { throw error; },
    ...outside,
  });

/** Resolves when `holds` does, asked after every change of the desk and a little later; `told` explains a wait in vain. */
export async function until(desk: Desk, holds: () => boolean | Promise<boolean>, told: () => string): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${told()}`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, 25);
      const stop = desk.subscribe(done);
      function done(): void {
        clearTimeout(timer);
        stop();
        resolve();
      }
    });
  }
}
