// The tray: status and unread count at a glance, the way back to the window, the way out of the app.
import { Menu, nativeImage, Tray } from 'electron';
import { drawTrayIcon, type dotColours } from './drawing.ts';

export interface TrayLook {
  readonly dot: keyof typeof dotColours | null;
  readonly tooltip: string;
  /** Words of the menu. */
  readonly open: string;
  readonly quit: string;
}

export interface TrayRoom {
  readonly show: (look: TrayLook) => void;
  readonly close: () => void;
}

export interface TrayDoors {
  readonly open: () => void;
  readonly quit: () => void;
}

/** Desktops on Linux that are known to have a place for it; the others say nothing, and a window hidden there might not be found again. */
const traysOnLinux = ['kde', 'xfce', 'lxqt', 'lxde', 'mate', 'x-cinnamon', 'cinnamon', 'unity', 'ubuntu', 'budgie', 'deepin', 'pantheon', 'enlightenment'];

/** Whether a tray can be counted on. `desktops` is XDG_CURRENT_DESKTOP: names with colons between. */
export function hasTray(platform: NodeJS.Platform, desktops: string | undefined): boolean {
  if (platform !== 'linux') return true;
  return (desktops ?? '').toLowerCase().split(':').some((name) => traysOnLinux.includes(name));
}

const SIZE = 16;

function iconOf(dot: TrayLook['dot']): Electron.NativeImage {
  const image = nativeImage.createFromBitmap(drawTrayIcon(SIZE, dot), { width: SIZE, height: SIZE });
  image.addRepresentation({ scaleFactor: 2, width: SIZE * 2, height: SIZE * 2, buffer: drawTrayIcon(SIZE * 2, dot) });
  return image;
}

/** null where none could be made. */
export function openTray(look: TrayLook, doors: TrayDoors): TrayRoom | null {
  let tray: Tray;
  try {
    tray = new Tray(iconOf(look.dot));
  } catch {
    return null;
  }
  let shown: TrayLook | null = null;
  const show = (next: TrayLook): void => {
    if (tray.isDestroyed()) return;
    if (next.dot !== shown?.dot) tray.setImage(iconOf(next.dot));
    if (next.tooltip !== shown?.tooltip) tray.setToolTip(next.tooltip);
    if (next.open !== shown?.open || next.quit !== shown.quit || next.tooltip !== shown.tooltip) {
      tray.setContextMenu(Menu.buildFromTemplate([
        // Where the tray has no tooltip (Linux), the menu says it.
        { label: next.tooltip, enabled: false },
        { type: 'separator' },
        { label: next.open, click: doors.open },
        { label: next.quit, click: doors.quit },
      ]));
    }
    shown = next;
  };
  tray.on('click', doors.open);
  show(look);
  return { show, close: () => { if (!tray.isDestroyed()) tray.destroy(); } };
}
