import importX from 'eslint-plugin-import-x';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house, lowest first. A folder, or a file beside the folders, may import what
 * stands below it and itself, nothing above. What stands on one line knows nothing of its neighbours.
 */
const CORE = [
  ['columns'],
  ['text'],
  ['problems'],
  ['history'],
  ['formats'],
  ['assembly'],
  ['messages'],
  ['recovery'],
  ['log'],
  ['elsewhere', 'words'],
  ['answers'],
  ['query'],
  ['graph'],
];
const HOST = [
  ['platform'],
  ['workbench'],
  ['logs'],
  ['sources'],
  ['graphs'],
  ['language', 'views', 'panel', 'commands'],
  ['extension'],
];

/** Folders that meet the others in one file only, or not at all. */
const CORE_IS_ALONE = {
  group: ['vscode', 'node:*', ...names(HOST), '**/webview/**', '**/cli/**'],
  message: 'The core knows nothing outside itself.',
};
const HOST_MEETS_PAGE = {
  group: ['**/webview/!(protocol)', '**/cli/**'],
  message: 'The extension meets the page in webview/protocol only.',
};
const PAGE_IS_ALONE = {
  group: ['vscode', 'node:*', ...names(HOST), '**/core/**', '**/cli/**'],
  message: 'The page knows its messages only.',
};
const CLI_IS_CORE = {
  group: ['vscode', ...names(HOST), '**/webview/**'],
  message: 'The command line is the core without VS Code.',
};

const BESIDE_THE_CORE = {
  group: ['vscode', 'node:*', ...names(HOST), '**/webview/**', '**/cli/**'],
  message: 'Agents, markup and the web know the core only.',
};
const DISK = {
  group: ['vscode', ...names(HOST), '**/webview/**', '**/cli/**'],
  message: 'The disk is read the same way with and without VS Code.',
};

function names(floors) {
  return floors.flat().flatMap((name) => [`**/${name}/**`]);
}

/** A rule for each room: what it must not import, from above or beside. */
function floors(root, list, also) {
  return list.flatMap((level, at) =>
    level.map((name) => {
      const above = list.slice(at + 1).flat();
      const beside = level.filter((other) => other !== name);
      const forbidden = [...above, ...beside].flatMap((room) => [
        `../${room}`,
        `../${room}/**`,
        `../../${room}`,
        `../../${room}/**`,
        `../../../${room}/**`,
        `./${room}/**`,
      ]);
      const patterns =
        forbidden.length > 0
          ? [{ group: forbidden, message: `${name} stands below that room, or beside it.` }]
          : [];
      return {
        files: [`${root}/${name}/**`, `${root}/${name}.ts`],
        rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, also] }] },
      };
    }),
  );
}

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', '**/*.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './src/core/tsconfig.json'] },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: { project: './tsconfig.json' } } },
    rules: {
      'import-x/no-cycle': 'error',
      // Columns are read inside their bounds; a check each would hide the law behind noise.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/prefer-for-of': 'off',
      'no-console': 'off',
    },
  },
  ...floors('src/core', CORE, CORE_IS_ALONE),
  ...floors('src', HOST, HOST_MEETS_PAGE),
  {
    files: ['src/webview/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [PAGE_IS_ALONE] }] },
  },
  {
    files: ['src/cli/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [CLI_IS_CORE] }] },
  },
  {
    files: ['src/agents/**', 'src/markup/**', 'src/web/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [BESIDE_THE_CORE] }] },
  },
  {
    files: ['src/disk/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [DISK] }] },
  },
  {
    files: ['src/**'],
    ignores: ['src/workbench/say.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'showInputBox'].map(
          (property) => ({
            property,
            message: 'What workbench/say.ts tells cannot be taken for a link that runs a command.',
          }),
        ),
      ],
    },
  },
  {
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  { files: ['src/**'], rules: { 'max-lines': ['error', { max: 300, skipComments: true }] } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
