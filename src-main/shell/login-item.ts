// Starting with the computer: the system's own list on macOS and Windows, a file of the freedesktop Autostart specification on Linux.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';

export interface LoginItem {
  readonly isOn: () => boolean;
  /** false = the system did not take it. */
  readonly set: (on: boolean) => boolean;
}

/** One argument of an Exec line (Desktop Entry Specification, "The Exec key"): quoted, escaped, and no field code. */
const quoted = (argument: string): string => `"${argument.replaceAll(/[\\"`$]/g, String.raw`\$&`).replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;

/** The file that starts `command` when the agent logs in. */
export const autostartEntry = (name: string, command: readonly string[]): string =>
  ['[Desktop Entry]', 'Type=Application', `Name=${name}`, `Exec=${command.map(quoted).join(' ')}`, 'Terminal=false', 'X-GNOME-Autostart-enabled=true', ''].join('\n');

/** On Linux the file is what counts, so one that was removed by hand is seen. */
export function autostartFile(path: string, content: string): LoginItem {
  return {
    isOn: () => existsSync(path),
    set: (on) => {
      try {
        if (on) {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, content, { mode: 0o644 });
        } else rmSync(path, { force: true });
        return true;
      } catch {
        return false;
      }
    },
  };
}

export function loginItem(platform: NodeJS.Platform = process.platform): LoginItem {
  // From the sources Electron is started with the app's folder; an AppImage is started by its file, not by where it is mounted.
  const command = [process.env['APPIMAGE'] ?? process.execPath, ...(app.isPackaged ? [] : [app.getAppPath()])];
  if (platform === 'linux') return autostartFile(join(app.getPath('appData'), 'autostart', 'parley.desktop'), autostartEntry('Parley', command));
  const options = { path: process.execPath, args: command.slice(1) };
  return {
    isOn: () => app.getLoginItemSettings(options).openAtLogin,
    set: (on) => {
      app.setLoginItemSettings({ ...options, openAtLogin: on });
      return app.getLoginItemSettings(options).openAtLogin === on;
    },
  };
}
