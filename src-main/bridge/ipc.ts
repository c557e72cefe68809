// The only importer of ipcMain. Every call is checked for its sender: the main frame of our own window, on our own address.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';

export interface IpcDoor {
  /** Answers `invoke` calls on a channel; a call from anywhere else is refused without being looked at. */
  readonly handle: (channel: string, handler: (payload: unknown) => unknown) => void;
  readonly send: (channel: string, payload: unknown) => void;
  /** Loads the page anew; what it held in memory goes with it. */
  readonly reload: () => void;
  readonly close: () => void;
}

/** `allowed` are address prefixes up to and including the slash after the host (an `app://` origin is "null" to Node's URL). */
export function openIpcDoor(window: BrowserWindow, allowed: readonly string[], refused: (channel: string) => void): IpcDoor {
  const opened: string[] = [];
  const trusted = (event: IpcMainInvokeEvent): boolean => {
    const frame = event.senderFrame;
    return frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame && allowed.some((prefix) => frame.url.startsWith(prefix));
  };
  return {
    handle: (channel, handler) => {
      opened.push(channel);
      ipcMain.handle(channel, (event, payload: unknown): unknown => {
        if (trusted(event)) return handler(payload);
        refused(channel);
        throw new Error('refused');
      });
    },
    send: (channel, payload) => {
      if (!window.isDestroyed()) window.webContents.send(channel, payload);
    },
    reload: () => {
      if (!window.isDestroyed()) window.webContents.reload();
    },
    close: () => {
      for (const channel of opened.splice(0)) ipcMain.removeHandler(channel);
    },
  };
}
