const typescript = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

/**
 * Which tests in the browser run with the others. The rest still fail in places on a loaded machine: see docs/limitations.md.
 * All of them run with BROWSER_TESTS=all.
 */
const STEADY = ['two-closes', 'pages'].map((name) => `<rootDir>/test/browser/${name}.test.ts`);
const EVERY = ['<rootDir>/test/browser/**/*.test.ts'];

/**
 * Two projects: everything that runs in Node, and the pane in a real browser, for which the workbench is built first.
 * @type {import('jest').Config}
 */
module.exports = {
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
      transform: typescript,
    },
    {
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: process.env.BROWSER_TESTS === 'all' ? EVERY : STEADY,
      globalSetup: '<rootDir>/test/browser/support/prepare.ts',
      transform: typescript,
    },
  ],
};
