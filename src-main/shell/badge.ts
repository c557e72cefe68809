// The count of what is unread on dock and taskbar: a number where the system has one, a dot on Windows.
import { app, nativeImage, type BrowserWindow } from 'electron';
import { drawUnreadDot } from './drawing.ts';

const DOT = 16;

/** `description` is what a screen reader says of the dot. */
export function showBadge(window: BrowserWindow, count: number, description: string, platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  if (window.isDestroyed()) return;
  const dot = count === 0 ? null : nativeImage.createFromBitmap(drawUnreadDot(DOT), { width: DOT, height: DOT });
  window.setOverlayIcon(dot, dot === null ? '' : description);
}
