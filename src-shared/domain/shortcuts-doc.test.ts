// docs/shortcuts.md says what the table says: change the table, then run this test with UPDATE_DOCS=1.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import words from '../locales/en/shortcuts.json' with { type: 'json' };
import { keysOf, shortcuts, type Keyboard } from './shortcuts.ts';

const file = join(import.meta.dirname, '../../docs/shortcuts.md');
const texts: Readonly<Record<string, string>> = words;
const spoken = (keyboard: Keyboard) => (chord: string): string =>
  `\`${chord.replace('Control', keyboard === 'mac' ? 'Ctrl' : 'Control').replace('Mod', keyboard === 'mac' ? 'Cmd' : 'Ctrl').replace('Alt', keyboard === 'mac' ? 'Option' : 'Alt')}\``;
const cell = (id: (typeof shortcuts)[number]['id'], keyboard: Keyboard): string => keysOf(id, {}, keyboard).map(spoken(keyboard)).join(', ') || '-';

const doc = `# Keyboard shortcuts

Written from \`src-shared/domain/shortcuts.ts\`, which the keys, their list (F1) and their editor (Settings, Shortcuts) read as well.

| What | Where | Windows, Linux | macOS | Can be changed |
|---|---|---|---|---|
${shortcuts.map(({ id, place, fixed }) => `| ${texts[`shortcuts.action.${id}`] ?? ''} | ${texts[`shortcuts.place.${place}`] ?? ''} | ${cell(id, 'other')} | ${cell(id, 'mac')} | ${fixed === true ? 'no' : 'yes'} |`).join('\n')}

- Everything without a key is in the command palette, and can be given one.
- A key that writes, edits text, moves in a page, opens a menu, or belongs to the system or a screen reader (Ctrl+Alt, Ctrl+Option, Insert, Caps Lock) is refused, and so is one in use.
- While a dialog is open the keyboard is the dialog's.
- On keyboards with another script the letter is known by its place.
`;

test('the document is the table', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, doc);
  expect(readFileSync(file, 'utf8')).toBe(doc);
});
