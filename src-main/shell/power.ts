// The computer's own events that should bring the connection back at once.
import { powerMonitor } from 'electron';

/** Calls back when the computer wakes or is unlocked. */
export function onWake(wake: () => void): void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
}
