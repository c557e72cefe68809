// What customers attach: a photo of a display, one as an iPhone makes it, and a voice memo. Made when they are first asked for.
import { deflateSync } from 'node:zlib';
import type { AppleWords } from './apple-words.ts';

export interface LibraryFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

// --- a photo: a display with three characters of seven segments -------------------------------------------------------------------------

const WIDTH = 960;
const HEIGHT = 720;
/** Panel, unlit segment, lit segment; red, green, blue. */
const PALETTE = Buffer.from([24, 28, 36, 38, 44, 56, 255, 122, 48]);
/** Lit segments: top, top right, bottom right, bottom, bottom left, top left, middle. */
const glyphs: Readonly<Record<string, string>> = { E: '1001111', 1: '0110000', 8: '1111111' };
/** Of a cell of 200 by 400: x, y, width, height. */
const segments = [[30, 0, 140, 30], [170, 30, 30, 155], [170, 215, 30, 155], [30, 370, 140, 30], [0, 215, 30, 155], [0, 30, 30, 155], [30, 185, 140, 30]] as const;

function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([word(data.length), body, word(crc(body))]);
};

function display(text: string): Buffer {
  // A filter byte before each line, one index a pixel.
  const lines = Buffer.alloc((WIDTH + 1) * HEIGHT);
  text.split('').forEach((letter, cell) => {
    segments.forEach(([x, y, width, height], segment) => {
      for (let row = 0; row < height; row += 1) {
        const start = (160 + y + row) * (WIDTH + 1) + 1 + 120 + cell * 260 + x;
        lines.fill(glyphs[letter]?.[segment] === '1' ? 2 : 1, start, start + width);
      }
    });
  });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([word(WIDTH), word(HEIGHT), Buffer.from([8, 3, 0, 0, 0])])),
    chunk('PLTE', PALETTE), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0)),
  ]);
}

// --- a photo in the iPhone's own form: the head of its container, which is all that this app looks at ------------------------------------

const HEIC_BODY = 48_000;
const heic = (): Buffer => Buffer.concat([word(24), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), word(8 + HEIC_BODY), Buffer.from('free', 'latin1'), Buffer.alloc(HEIC_BODY)]);

// --- a voice memo: two seconds of a soft tone in Apple's container -----------------------------------------------------------------------

const RATE = 8_000;
function voice(): Buffer {
  const samples = Buffer.alloc(RATE * 2 * 2);
  for (let index = 0; index < RATE * 2; index += 1) samples.writeInt16BE(Math.round(3_000 * Math.sin((index / RATE) * 2 * Math.PI * 220)), index * 2);
  const rate = Buffer.alloc(8);
  rate.writeDoubleBE(RATE);
  const head = Buffer.concat([Buffer.from('caff\0\x01\0\0desc', 'latin1'), word(0), word(32), rate, Buffer.from('lpcm', 'latin1'), word(0), word(2), word(1), word(1), word(16)]);
  return Buffer.concat([head, Buffer.from('data', 'latin1'), word(0), word(samples.length + 4), word(0), samples]);
}

const once = (fileName: string, mimeType: string, make: () => Buffer): (() => LibraryFile) => {
  let made: LibraryFile | null = null;
  return () => (made ??= { fileName, mimeType, bytes: make() });
};

const library: Readonly<Record<string, () => LibraryFile>> = {
  'library-photo': once('IMG_2041.png', 'image/png', () => display('E18')),
  'library-heic': once('IMG_2042.HEIC', 'image/heic', heic),
  'library-voice': once('Audio Message.caf', 'audio/x-caf', voice),
};

/** null = none of these. */
export const libraryFile = (id: string): LibraryFile | null => (Object.hasOwn(library, id) ? (library[id]?.() ?? null) : null);

const said = (text: string, ...ids: readonly string[]): AppleWords => ({
  type: 'text-with-attachments', text,
  get attachments() {
    return ids.flatMap((id) => {
      const file = libraryFile(id);
      return file === null ? [] : [{ fileName: file.fileName, mimeType: file.mimeType, fileUrl: `/v2/attachments/${id}`, size: file.bytes.length }];
    });
  },
});

export const photo = said('This is what it shows: \uFFFC', 'library-photo');
export const heicPhoto = said('', 'library-heic');
export const voiceMemo = said('', 'library-voice');
