// The administrator's rules for files, at their borders.
import { expect, it } from 'vitest';
import { isTypeAllowed, megabytes, whyNotTaken } from './attachment-rules.ts';
import type { AttachmentPolicy } from './policy.ts';

const policy: AttachmentPolicy = { allowed: true, maxCount: 2, maxSize: 1_000_000, mimeTypes: ['image/*', 'application/PDF'] };
const picture = { size: 1_000_000, mimeType: 'image/heic' };

it.each([
  ['takes what is just within them', policy, 1, picture, null],
  ['nothing where files are not allowed', { ...policy, allowed: false }, 0, picture, { code: 'attachmentsNotAllowed' }],
  ['no more than so many', policy, 2, picture, { code: 'tooManyFiles', values: { max: 2 } }],
  ['nothing empty', policy, 0, { ...picture, size: 0 }, { code: 'fileEmpty' }],
  ['nothing larger', policy, 0, { ...picture, size: 1_000_001 }, { code: 'fileTooLarge', values: { max: 1 } }],
  ['no other type', policy, 0, { ...picture, mimeType: 'video/mp4' }, { code: 'fileTypeNotAllowed' }],
] as const)('%s', (_what, rules, present, file, answer) => {
  expect(whyNotTaken(rules, present, file)).toEqual(answer);
});

it('knows families of types, and everything where nothing is listed', () => {
  expect(isTypeAllowed([], 'anything/else')).toBe(true);
  expect(isTypeAllowed(policy.mimeTypes, 'application/pdf')).toBe(true);
  expect(isTypeAllowed(['image/*'], 'imagex/png')).toBe(false);
  expect(megabytes(100 * 1024 * 1024)).toBe(104.8);
});
