// What a file is by its first bytes. A name or a media type is a claim; only these kinds of picture are handed to the page, as what they are.

const starts = (bytes: Uint8Array, at: number, ...expected: readonly number[]): boolean => expected.every((value, index) => bytes[at + index] === value);
const ascii = (word: string): number[] => [...Buffer.from(word, 'latin1')];

/** null = none that the page draws. */
export function pictureType(bytes: Uint8Array): string | null {
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(bytes, 0, ...ascii('GIF8'))) return 'image/gif';
  return starts(bytes, 0, ...ascii('RIFF')) && starts(bytes, 8, ...ascii('WEBP')) ? 'image/webp' : null;
}
