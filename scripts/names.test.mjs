// The lint rules that reserve a name for one place really fire elsewhere, and leave the place itself alone.
import { ESLint, Linter } from 'eslint';
import { join } from 'node:path';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { root } from './lib/process.mjs';

const ipcMain = "import { ipcMain } from 'electron'; ipcMain.handle('x', () => 1);";
const ipcRenderer = "import { contextBridge, ipcRenderer } from 'electron'; contextBridge.exposeInMainWorld('x', ipcRenderer);";
const openExternal = "import { shell } from 'electron'; void shell.openExternal('https://example.org');";

/**
 * File, source, how many complaints are due.
 * @type {[string, string, number][]}
 */
const cases = [
  ['src-main/bridge/ipc.ts', ipcMain, 0],
  ['src-main/bridge/publish.ts', ipcMain, 1],
  ['src-main/main.ts', ipcMain, 1],
  ['src-preload/index.ts', ipcRenderer, 0],
  ['src-main/shell/windows.ts', ipcRenderer, 2],
  ['src-main/shell/links.ts', openExternal, 0],
  ['src-main/shell/menu.ts', openExternal, 1],
  ['src-main/bridge/ipc.ts', openExternal, 1],
  ['src-shared/domain/task.ts', 'export const now = () => Date.now();', 1],
  ['src-shared/domain/task.ts', 'export const now = () => new Date();', 1],
  ['src-shared/domain/task.ts', 'export const chance = () => Math.random();', 1],
  ['src-shared/domain/task.ts', 'export const day = (at: number) => new Date(at);', 0],
  ['src-shared/domain/task.test.ts', 'export const now = () => Date.now();', 0],
  ['src-renderer/features/offers/popover.tsx', 'export const A = () => <p>Accept</p>;', 1],
  ['src-renderer/features/offers/popover.tsx', 'export const A = () => <button aria-label="Accept" />;', 1],
  ['src-renderer/features/offers/popover.tsx', 'export const A = (p: { text: string }) => <p>{p.text} · 3</p>;', 0],
  ['e2e/specs/offer.spec.ts', 'export const f = (page: { waitForTimeout(ms: number): void }) => page.waitForTimeout(500);', 1],
];

describe('names reserved for one place', () => {
  const eslint = new ESLint({ cwd: root });
  const linter = new Linter({ cwd: root });

  it.each(cases)('%s: %s', async (file, source, due) => {
    const { rules } = await eslint.calculateConfigForFile(join(root, file));
    const messages = linter.verify(
      source,
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        rules: { 'no-restricted-imports': rules['no-restricted-imports'], 'no-restricted-syntax': rules['no-restricted-syntax'] },
      },
      { filename: file },
    );
    expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
    expect(messages).toHaveLength(due);
  });
});
