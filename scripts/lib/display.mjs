// A screen and a message bus where the machine has none: a private virtual display, and for tests a private D-Bus session,
// so that notifications neither reach nor come from the desktop of whoever runs them.
import { join } from 'node:path';
import { companion, firstLine, root, say, stop } from './process.mjs';

/** Larger than the window the design is drawn for, so that two windows do not hide each other fully. */
const screen = '1600x1000x24';

/**
 * @typedef {object} Session
 * @property {Record<string, string>} env what to add to the environment of what shows windows
 * @property {() => Promise<void>} close
 */

/**
 * The display to show windows on: the system's, or a virtual one on Linux without any.
 * @returns {Promise<Session>}
 */
export async function openDisplay() {
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (process.platform !== 'linux' || hasDisplay) return { env: {}, close: async () => {} };
  // The server picks a free number and writes it to descriptor 3 once it accepts clients.
  // Without -noreset it starts over when its last window closes, and refuses whoever comes in that moment.
  const server = companion('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await firstLine(server, /** @type {import('node:stream').Readable} */ (server.stdio[3]), 'Xvfb');
  const display = `:${number.trim()}`;
  say(`there is no display here; windows open on the virtual display ${display} (${screen})`);
  return { env: { DISPLAY: display, FONTCONFIG_FILE: join(root, 'scripts/lib/fonts.conf') }, close: () => stop(server) };
}

/**
 * A private D-Bus session. Where there is no dbus-daemon, nothing: notifications then count as unsupported.
 * @returns {Promise<Session>}
 */
export async function openBus() {
  const none = { env: {}, close: async () => {} };
  if (process.platform !== 'linux') return none;
  const daemon = companion('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const address = await firstLine(daemon, /** @type {import('node:stream').Readable} */ (daemon.stdout), 'dbus-daemon');
    return { env: { DBUS_SESSION_BUS_ADDRESS: address }, close: () => stop(daemon) };
  } catch {
    say('no dbus-daemon: desktop notifications cannot be tested');
    return none;
  }
}
