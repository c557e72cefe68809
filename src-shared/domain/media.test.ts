// What a file is by its name, and what must not reach the agent's computer.
import { expect, it } from 'vitest';
import { isPicture, isProgram, mediaTypeOf, plainFileName } from './media.ts';

it.each([
  ['photo.JPG', '', 'image/jpeg'], ['IMG_1.HEIC', 'image/png', 'image/heic'], ['notes', 'text/plain; charset=utf-8', 'text/plain'], ['x.unknown', 'not a type', 'application/octet-stream'], ['constructor.constructor', '', 'application/octet-stream'],
])('%s (said to be %s) is %s', (name, said, type) => {
  expect(mediaTypeOf(name, said)).toBe(type);
});

it('draws what the engine draws, and no picture that is a document', () => {
  expect(['image/jpeg', 'image/PNG', 'image/webp; x=1'].every(isPicture)).toBe(true);
  expect(['image/heic', 'image/svg+xml', 'text/html', ''].some(isPicture)).toBe(false);
});

it.each(['setup.exe', 'run.PS1 ', 'macro.docm', 'a.tar.sh'])('%s is a program', (name) => {
  expect(isProgram(name, 'image/png')).toBe(true);
});
it('is a program by its type as well, and a document is none', () => {
  expect(isProgram('photo.png', 'application/x-msdownload')).toBe(true);
  expect(isProgram('invoice.pdf', 'application/pdf')).toBe(false);
});

it('takes path, control characters and turned writing out of a name', () => {
  expect(plainFileName('../../etc/pass\u0000wd')).toBe('passwd');
  expect(plainFileName('C:\\temp\\photo_\u202egpj.exe')).toBe('photo_gpj.exe');
  expect(plainFileName(`${'a'.repeat(400)}.jpeg`)).toMatch(/^a{195}\.jpeg$/);
});
