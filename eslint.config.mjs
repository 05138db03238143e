import tseslint from 'typescript-eslint';

const core = { group: ['vscode', 'node:*', '**/editor/**', '**/views/**', '**/panel/**', '**/webview/**', '**/commands/**', '**/cli/**'], message: 'The core knows nothing outside itself.' };
const host = { group: ['**/webview/!(protocol)', '**/cli/**'], message: 'The extension meets the panel in webview/protocol only.' };
const page = { group: ['vscode', 'node:*', '**/editor/**', '**/views/**', '**/panel/**', '**/commands/**', '**/core/**', '**/cli/**'], message: 'The panel knows its messages only.' };
const line = { group: ['vscode', '**/editor/**', '**/views/**', '**/panel/**', '**/webview/**', '**/commands/**'], message: 'The command line is the core without VS Code.' };

const border = (files, pattern) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [pattern] }] },
});

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', '**/*.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './src/core/tsconfig.json'] } },
    rules: {
      // Columns are read inside their bounds; a check each would hide the law behind noise.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-for-of': 'off',
      'no-console': 'off',
    },
  },
  border(['src/core/**'], core),
  border(['src/extension.ts', 'src/{editor,views,panel,commands}/**'], host),
  border(['src/webview/**'], page),
  border(['src/cli/**'], line),
  { files: ['src/**'], rules: { 'max-lines': ['error', { max: 300, skipComments: true }] } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
