// What the menu of a text box offers, and when there is none.
import { describe, expect, test } from 'vitest';
import { textMenu, wordPointedAt, type PointedAt } from './text-menu.ts';

const everything = { canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
const box: PointedAt = { isEditable: true, selectionText: '', formControlType: 'text-area', editFlags: everything };

function menu(pointed: PointedAt, suggestions: readonly string[] | null = null, canAdd = true) {
  const done: string[] = [];
  const items = textMenu(pointed, suggestions, { text: (id) => id, replace: (word) => done.push(`replace ${word}`), addWord: canAdd ? () => done.push('add') : null });
  const press = (label: string): void => { (items.find((item) => item.label === label)?.click as (() => void) | undefined)?.(); };
  return { labels: items.flatMap(({ label }) => label ?? []), enabled: (label: string) => items.find((item) => item.label === label)?.enabled, press, done };
}

const editing = ['menu.undo', 'menu.redo', 'menu.cut', 'menu.copy', 'menu.paste', 'menu.selectAll'];

describe('in a text box', () => {
  test('without a mistake there is what every system has, as far as it can be done now', () => {
    const { labels, enabled } = menu({ ...box, editFlags: { ...everything, canRedo: false } });
    expect(labels).toEqual(editing);
    expect([enabled('menu.undo'), enabled('menu.redo')]).toEqual([true, false]);
  });

  test('a misspelled word comes first, with what may have been meant', () => {
    const { labels, press, done } = menu(box, ['R&D', 'Red']);
    // An ampersand alone would be a mnemonic.
    expect(labels).toEqual(['R&&D', 'Red', 'menu.addWord', ...editing]);
    press('R&&D');
    press('menu.addWord');
    expect(done).toEqual(['replace R&D', 'add']);
  });

  test('no suggestion is said, and what is no word cannot be added', () => {
    const { labels, enabled } = menu(box, [], false);
    expect(labels).toEqual(['menu.noSuggestions', 'menu.addWord', ...editing]);
    expect([enabled('menu.noSuggestions'), enabled('menu.addWord')]).toEqual([false, false]);
  });
});

test('selected words elsewhere can be copied; nothing selected, no menu', () => {
  expect(menu({ ...box, isEditable: false, selectionText: 'Hello' }).labels).toEqual(['menu.copy']);
  expect(menu({ ...box, isEditable: false, selectionText: ' \n' }).labels).toEqual([]);
  expect(menu({ ...box, isEditable: false }).labels).toEqual([]);
});

test.each([
  ['a word', box, 'parcle', 'parcle'], ['with the space that some systems select too', box, 'parcle ', 'parcle'], ['two words', box, 'my parcle', ''], ['a number', box, '12', ''],
  ['nothing', box, '', ''], ['too long', box, 'a'.repeat(65), ''], ['a search field', { ...box, formControlType: 'search-text' }, 'parcle', ''], ['the conversation', { ...box, isEditable: false }, 'parcle', ''],
] as const)('the word pointed at: %s', (_what, pointed, selectionText, word) => {
  expect(wordPointedAt({ ...pointed, selectionText })).toBe(word);
});
