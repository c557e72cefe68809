// The keys main answers itself, as in docs/shortcuts.md: size, full screen, quit. On macOS the menu has them, where they can be seen.
import type { BrowserWindow } from 'electron';
import { nextZoom, type Zoom } from '../../src-shared/domain/preferences.ts';

export type WindowKey = 'zoomIn' | 'zoomOut' | 'zoomReset' | 'fullScreen' | 'quit';

/** The parts of Electron's `Input` that decide. */
export interface KeyInput {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
}

/** `+` needs Shift on some keyboards and has a key of its own on others, so Shift does not count. */
const withControl: Readonly<Record<string, WindowKey>> = { '=': 'zoomIn', '+': 'zoomIn', '-': 'zoomOut', '_': 'zoomOut', '0': 'zoomReset', q: 'quit' };

export function windowKey({ type, key, control, meta, alt }: KeyInput): WindowKey | null {
  if (type !== 'keyDown' || meta || alt) return null;
  if (key === 'F11') return control ? null : 'fullScreen';
  return control ? (withControl[key.toLowerCase()] ?? null) : null;
}

export interface WindowDoors {
  readonly zoom: () => Zoom;
  readonly setZoom: (zoom: Zoom) => void;
  readonly quit: () => void;
}

export function doWindowKey(window: BrowserWindow, key: WindowKey, { zoom, setZoom, quit }: WindowDoors): void {
  if (key === 'quit') quit();
  else if (key === 'fullScreen') window.setFullScreen(!window.isFullScreen());
  else setZoom(key === 'zoomReset' ? 1 : nextZoom(zoom(), key === 'zoomIn' ? 1 : -1));
}

/** Windows and Linux have no menu bar, so the window listens. */
export function answerWindowKeys(window: BrowserWindow, doors: WindowDoors): void {
  window.webContents.on('before-input-event', (event, input) => {
    const key = windowKey(input);
    if (key === null) return;
    event.preventDefault();
    doWindowKey(window, key, doors);
  });
}
