// The table of shortcuts holds together, and no choice can take a key that writes, moves or belongs to somebody else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionIds, chordOf, chordProblem, keysOf, shortcuts, type Keyboard } from './shortcuts.ts';

const keyboards: readonly Keyboard[] = ['mac', 'other'];
const press = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe.each(keyboards)('the table on a keyboard of kind %s', (keyboard) => {
  test('gives every key once', () => {
    const all = shortcuts.flatMap(({ id }) => keysOf(id, {}, keyboard));
    expect(new Set(all).size).toBe(all.length);
  });

  test('gives actions only keys an agent could choose', () => {
    const problems = actionIds.flatMap((id) => keysOf(id, {}, keyboard).map((chord) => [id, chord, chordProblem(id, chord, {}, keyboard)]).filter(([, , problem]) => problem !== null));
    expect(problems).toEqual([]);
  });
});

test.each([
  ['a letter', press('k', 'KeyK', { ctrlKey: true }), 'other', 'Mod+K'],
  ['with capitals locked', press('K', 'KeyK', { ctrlKey: true }), 'other', 'Mod+K'],
  ['Cmd of macOS', press('k', 'KeyK', { metaKey: true, shiftKey: true }), 'mac', 'Mod+Shift+K'],
  ['Ctrl of macOS is another key', press('k', 'KeyK', { ctrlKey: true }), 'mac', 'Control+K'],
  ['a French A stands where Q is', press('a', 'KeyQ', { ctrlKey: true }), 'other', 'Mod+A'],
  ['a Greek letter is known by its place', press('κ', 'KeyK', { ctrlKey: true }), 'other', 'Mod+K'],
  ['a sign Option types', press('˚', 'KeyK', { metaKey: true, altKey: true }), 'mac', 'Mod+Alt+K'],
  ['plus is the key of the equals sign', press('+', 'Equal', { ctrlKey: true, shiftKey: true }), 'other', 'Mod+Shift+='],
  ['a function key', press('F1', 'F1'), 'other', 'F1'],
  ['a modifier alone', press('Control', 'ControlLeft', { ctrlKey: true }), 'other', null],
] as const)('%s', (_name, event, keyboard, chord) => {
  expect(chordOf(event, keyboard)).toBe(chord);
});

test.each([
  ['other', 'K', 'writes'], ['other', 'Shift+K', 'writes'], ['other', 'Mod+C', 'copies'], ['other', 'Mod+Alt+K', 'AltGr'], ['mac', 'Alt+K', 'types a sign'],
  ['mac', 'Control+Mod+K', 'another modifier'], ['other', 'Alt+F', 'a menu'], ['other', 'Enter', 'sends'], ['other', 'F12', 'tools'], ['other', 'Mod+Tab', 'no key of ours'],
] as const)('on %s, %s cannot be chosen: %s', (keyboard, chord, _why) => {
  expect(chordProblem('compose', chord, {}, keyboard)).toEqual({ kind: 'notAllowed' });
});

test('a key in use is named; one that was given up is free', () => {
  expect(chordProblem('compose', 'Mod+K', {}, 'other')).toEqual({ kind: 'taken', by: 'palette' });
  expect(chordProblem('compose', 'Mod+K', { palette: 'Mod+P' }, 'other')).toBeNull();
  expect(chordProblem('compose', 'Mod+0', {}, 'other')).toEqual({ kind: 'taken', by: 'zoomReset' });
  expect(chordProblem('palette', 'Mod+K', {}, 'other')).toBeNull();
  expect(keysOf('palette', { palette: '' }, 'other')).toEqual([]);
});

test('whatever is pressed, an accepted chord never writes a character by itself', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }), fc.boolean(), fc.constantFrom(...keyboards), (key, shiftKey, keyboard) => {
    const chord = chordOf(press(key, '', { shiftKey }), keyboard);
    expect(chord !== null && chordProblem('compose', chord, {}, keyboard) === null).toBe(false);
  }));
});
