// Lint: types taken seriously, and the borders that a reviewer must not have to watch for.
// What a folder may import at all is in .dependency-cruiser.cjs; here is who may use which single name.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx'];
const typescript = ['**/*.ts', '**/*.tsx'];

/** Each name of Electron that one file (or folder) alone may import, and why. */
const reserved = [
  { name: 'ipcMain', home: ['src-main/bridge/ipc.ts'], why: 'src-main/bridge/ipc.ts checks sender, size and shape of every command' },
  { name: 'ipcRenderer', home: ['src-preload/**'], why: 'only the preload talks to main' },
  { name: 'contextBridge', home: ['src-preload/**'], why: 'only the preload exposes anything to the page' },
];

const openExternal = {
  selector: "MemberExpression[property.name='openExternal']",
  message: 'Links leave the app through src-main/shell/links.ts alone: it checks the address.',
};
const literalText = {
  selector: 'JSXText[value=/\\p{L}/u]',
  message: 'Text for people comes from the catalogues in src-shared/locales.',
};
const literalLabel = {
  selector: "JSXAttribute[name.name=/^(aria-label|aria-description|alt|title|placeholder|label|description)$/] > Literal[value=/\\p{L}/u]",
  message: 'Text for people comes from the catalogues in src-shared/locales.',
};
const hiddenInputs = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is passed in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is passed in.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Chance is passed in.' },
  { selector: "CallExpression[callee.object.name='crypto'][callee.property.name='randomUUID']", message: 'Ids are passed in.' },
];

const restrictedImports = (/** @type {string[]} */ allowed) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: reserved
        .filter(({ name }) => !allowed.includes(name))
        .map(({ name, why }) => ({ name: 'electron', importNames: [name], message: `${name}: ${why}.` })),
    },
  ],
});

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'release/', 'tour/', 'test-results/', 'playwright-report/', 'coverage/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,

  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Fields named by protocol and catalogue keys are read with brackets, as the compiler option demands.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': ['error', openExternal],
      ...restrictedImports([]),
    },
  },
  { files: ['src-main/bridge/ipc.ts'], rules: restrictedImports(['ipcMain']) },
  { files: ['src-preload/**/*.ts'], rules: restrictedImports(['ipcRenderer', 'contextBridge']) },
  { files: ['src-main/shell/links.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src-shared/**/*.ts'], ignores: tests, rules: { 'no-restricted-syntax': ['error', openExternal, ...hiddenInputs] } },
  {
    files: ['src-renderer/**/*.tsx'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', openExternal, literalText, literalLabel] },
  },
  { files: ['src-renderer/**/*.ts', 'src-renderer/**/*.tsx'], extends: [reactHooks.configs.flat['recommended-latest']],
    // It speaks of what the React compiler would skip; the compiler is not used.
    rules: { 'react-hooks/incompatible-library': 'off' } },

  // Command lines write to the terminal.
  { files: ['bench/**/*.ts', 'src-sandbox/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['e2e/**/*.ts'],
    rules: {
      // Playwright reads the fixtures a test wants from the pattern, and an empty one means none.
      'no-empty-pattern': 'off',
      'no-restricted-syntax': [
        'error',
        openExternal,
        { selector: "CallExpression[callee.property.name='waitForTimeout']", message: 'Wait for a condition, not for time.' },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '*.config.js'],
    // tsc reads the scripts too and knows Node's globals better than a list here.
    rules: { eqeqeq: 'error', 'no-undef': 'off', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
);
