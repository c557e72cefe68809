// The window's place on the desktop: in front or not, brought up, flashing, hidden instead of closed, where it was last.
import { app, screen, type BrowserWindow } from 'electron';
import type { WindowPlace, WindowPlaces } from '../settings/window-places.ts';
import { layoutOf, placeOn } from './window-place.ts';

/** Where the window opens on the displays of now; null = in the middle, in its usual size. */
export function placeFor(places: WindowPlaces): WindowPlace | null {
  const displays = screen.getAllDisplays();
  return placeOn(places.read(layoutOf(displays)), displays);
}

/** Remembers the place whenever the window goes out of sight. */
export function keepPlace(window: BrowserWindow, places: WindowPlaces): void {
  const keep = (): void => {
    const { x, y, width, height } = window.getNormalBounds();
    places.write(layoutOf(screen.getAllDisplays()), { x, y, width, height, maximised: window.isMaximized() });
  };
  window.on('close', keep);
}

export function bringUp(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  // macOS: the app of a notification does not come forward by itself.
  if (process.platform === 'darwin') app.focus({ steal: true });
  window.focus();
}

export function flash(window: BrowserWindow, on: boolean): void {
  if (!window.isDestroyed()) window.flashFrame(on);
}

/** Tells whether the agent has the window before them. A hidden or minimised window may lose no focus to tell of. */
export function watchFront(window: BrowserWindow, tell: (inFront: boolean) => void): void {
  window.on('focus', () => { tell(true); });
  for (const away of ['blur', 'hide', 'minimize'] as const) window.on(away as 'blur', () => { tell(false); });
}

/** Closing hides the window as long as `hides` says so. */
export function hideInsteadOfClosing(window: BrowserWindow, hides: () => boolean): void {
  window.on('close', (event) => {
    if (!hides()) return;
    event.preventDefault();
    window.hide();
  });
}
