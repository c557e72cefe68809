// How a picture is made small enough for Apple's cards: drawn smaller until its PNG fits.
import { MAX_PICTURE_BYTES } from '../../src-shared/apple/limits.ts';

/** Of Electron's `NativeImage`, what is needed here. */
export interface Drawable {
  readonly isEmpty: () => boolean;
  readonly getSize: () => { readonly width: number; readonly height: number };
  readonly resize: (options: { readonly width: number; readonly height: number; readonly quality: 'best' }) => Drawable;
  readonly toPNG: () => Uint8Array;
}

/** A PNG as base64. */
export interface FitPicture {
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the longest side: Apple's largest card on its sharpest screen. */
const LONGEST_SIDE = 840;
/** Each step takes a little more than what is above the limit. */
const MARGIN = 0.95;
const SMALLEST_SIDE = 16;

/** null = it is no picture, or cannot be made small enough. */
export function shrinkPicture(original: Drawable): FitPicture | null {
  if (original.isEmpty()) return null;
  const { width, height } = original.getSize();
  let scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  while (Math.max(width, height) * scale >= SMALLEST_SIDE || scale === 1) {
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const png = (scale === 1 ? original : original.resize({ ...size, quality: 'best' })).toPNG();
    if (png.byteLength <= MAX_PICTURE_BYTES) return { data: Buffer.from(png).toString('base64'), ...size };
    scale *= Math.min(MARGIN, Math.sqrt(MAX_PICTURE_BYTES / png.byteLength) * MARGIN);
  }
  return null;
}
