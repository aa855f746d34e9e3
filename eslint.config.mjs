// Lint rules. The layering rule below is the one that matters: imports point downwards only
// (settle -> book, workbook -> book, runs -> all three, cli and taskpane -> runs), and the engine knows no host.
import tseslint from 'typescript-eslint';

const HOSTS = [
  'node:*',
  'fs',
  'path',
  'os',
  'crypto',
  'react',
  'react-dom',
  'office-js',
  '@microsoft/*',
  '@fluentui/*',
];
const HOST_GLOBALS = [
  'window',
  'document',
  'process',
  'Buffer',
  'require',
  '__dirname',
  'Office',
  'Excel',
  'OfficeExtension',
];

/** No import of the named rooms or packages, and (where given) no global of a host. */
function layer(files, forbidden, globals = []) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: forbidden, message: 'Imports point downwards only: see docs/architecture.md.' }] },
      ],
      'no-restricted-globals': [
        'error',
        ...globals.map((name) => ({ name, message: 'This room knows no host: see docs/architecture.md.' })),
      ],
    },
  };
}
const rooms = (...names) => names.flatMap((name) => [`**/${name}`, `**/${name}/**`]);

/** The stand-in for Excel knows the workbook's files, and nothing of what is built on it. Only host/node needs Node. */
const HOST_FORBIDDEN = [
  'react',
  '@fluentui/*',
  '**/workbook/excel',
  '**/workbook/excel/**',
  ...rooms('settle', 'runs', 'cli', 'taskpane', 'worker'),
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'output/', 'dist-pane/', 'dist-demo/', 'dist-workbench/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  layer(['src/book/**'], [...HOSTS, ...rooms('settle', 'workbook', 'runs', 'cli', 'taskpane', 'host')], HOST_GLOBALS),
  layer(['src/settle/**'], [...HOSTS, ...rooms('workbook', 'runs', 'cli', 'taskpane', 'host')], HOST_GLOBALS),
  layer(
    ['src/workbook/*.ts', 'src/workbook/mapping/**', 'src/workbook/read/**', 'src/workbook/write/**'],
    [...HOSTS, ...rooms('settle', 'runs', 'cli', 'taskpane', 'host', 'file', 'excel')],
    HOST_GLOBALS,
  ),
  layer(
    ['src/workbook/file/**'],
    [
      'react',
      'office-js',
      '@microsoft/*',
      '@fluentui/*',
      ...rooms('settle', 'runs', 'cli', 'taskpane', 'host', 'excel'),
    ],
  ),
  // The one room of the product that touches Office.js.
  layer(
    ['src/workbook/excel/**'],
    [
      'node:*',
      'fs',
      'path',
      'os',
      'crypto',
      'react',
      '@fluentui/*',
      ...rooms('settle', 'runs', 'cli', 'taskpane', 'host', 'file'),
    ],
    ['window', 'document', 'process', 'Buffer', 'require', '__dirname', 'Office'],
  ),
  layer(['src/runs/**'], [...HOSTS, ...rooms('cli', 'taskpane', 'host', 'file', 'excel')], HOST_GLOBALS),
  layer(['src/worker/**'], [...HOSTS, ...rooms('cli', 'taskpane', 'host', 'file', 'excel')], HOST_GLOBALS),
  layer(['taskpane/**'], ['node:*', '@microsoft/*', '**/cli/**', '**/../host/**', '**/test/**']),
  layer(['src/cli/**'], ['react', 'office-js', '@microsoft/*', '@fluentui/*', ...rooms('taskpane', 'host', 'excel')]),
  layer(['host/**'], [...HOST_FORBIDDEN, 'node:*', 'fs', 'path', 'os', 'crypto']),
  layer(['host/node/**'], HOST_FORBIDDEN),
  // The workbench knows the stand-in; the pane is a page that it shows by its address.
  layer(
    ['workbench/**/*.ts', 'workbench/**/*.tsx'],
    ['node:*', 'fs', 'path', 'os', 'crypto', '@microsoft/*', ...rooms('src', 'taskpane', 'cli', 'samples', 'test')],
    ['process', 'Buffer', 'require', '__dirname', 'Office', 'Excel', 'OfficeExtension'],
  ),
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
