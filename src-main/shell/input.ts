// The agent's own input, as main sees it: the page is not asked, so a page that hangs cannot keep an agent signed in.
import type { BrowserWindow } from 'electron';

/** Calls back for keys, clicks, wheels and moves in the window. */
export function onInput(window: BrowserWindow, active: () => void): void {
  window.webContents.on('input-event', active);
}
