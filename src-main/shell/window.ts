// The one window: sandboxed page, the top bar as title bar, shown at once in the right background colour, where it was last.
import { BrowserWindow, nativeTheme } from 'electron';
import type { WindowPlace } from '../settings/window-places.ts';

/** Height of the top bar less its hairline, and the colours of design tokens `--c-bg` and `--c-text`. */
const TOP_BAR = 47;
const colours = { light: { color: '#f5f6f8', symbolColor: '#15181e' }, dark: { color: '#14161a', symbolColor: '#eceff3' } } as const;

const overlay = (): { readonly color: string; readonly symbolColor: string; readonly height: number } => ({
  ...(nativeTheme.shouldUseDarkColors ? colours.dark : colours.light), height: TOP_BAR,
});

/** `place` null = in the middle, in its usual size. */
export function openWindow(preload: string, icon: string | null, place: WindowPlace | null, zoom: number): BrowserWindow {
  const window = new BrowserWindow({
    width: place?.width ?? 1280, height: place?.height ?? 800, minWidth: 500, minHeight: 500,
    ...(place !== null && { x: place.x, y: place.y }),
    title: 'Parley',
    backgroundColor: overlay().color,
    titleBarStyle: 'hidden',
    // macOS draws its own lights over the bar; the overlay is for Windows and Linux.
    ...(process.platform === 'darwin' ? { trafficLightPosition: { x: 18, y: 18 } } : { titleBarOverlay: overlay() }),
    ...(icon === null ? {} : { icon }),
    webPreferences: {
      zoomFactor: zoom,
      preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false,
      // Timers and reconnects must not slow down because another window is in front.
      backgroundThrottling: false,
      // A request rings whether or not the agent has clicked in the window before.
      autoplayPolicy: 'no-user-gesture-required',
      spellcheck: false, disableBlinkFeatures: 'Auxclick',
    },
  });
  if (place?.maximised === true) window.maximize();
  nativeTheme.on('updated', () => {
    if (window.isDestroyed()) return;
    window.setBackgroundColor(overlay().color);
    if (process.platform !== 'darwin') window.setTitleBarOverlay(overlay());
  });
  return window;
}
