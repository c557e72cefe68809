import { expect, test } from 'vitest';
import { fileKind } from './file-kind.ts';
import { sizeParts } from './file-size.ts';

test.each([
  ['image/heic', 'image'], ['IMAGE/JPEG; quality=1', 'image'], ['audio/amr', 'audio'], ['video/quicktime', 'video'],
  ['application/pdf', 'pdf'], ['text/vcard', 'contact'], ['text/calendar', 'event'], ['', 'other'], ['__proto__', 'other'], ['application/zip', 'other'],
])('%s is %s', (mimeType, kind) => {
  expect(fileKind(mimeType)).toBe(kind);
});

test.each([
  [0, 0, 'byte'], [999, 999, 'byte'], [1_000, 1, 'kilobyte'], [1_840_000, 1.84, 'megabyte'], [2_500_000_000, 2.5, 'gigabyte'],
])('%d bytes', (bytes, value, unit) => {
  expect(sizeParts(bytes)).toEqual({ value, unit });
});
