// Turns whatever picture the agent chooses into what Apple takes: a PNG within the limit, made smaller until it fits.
import { MAX_PICTURE_BYTES } from '../../../../src-shared/apple/limits.ts';

/** Apple draws cards at most 840 pixels wide (280 points, three pixels each). */
const WIDEST = 840;
const SMALLEST = 60;

/** Base64 of the PNG; null = it is no picture this window can read. */
export async function shrinkPicture(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  for (let width = Math.min(WIDEST, picture.width); ; width = Math.floor(width * 0.8)) {
    const height = Math.max(1, Math.round((picture.height * width) / picture.width));
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    if (png.size <= MAX_PICTURE_BYTES || width <= SMALLEST) return base64Of(new Uint8Array(await png.arrayBuffer()));
  }
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8_192) text += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  return btoa(text);
}
