/** Small changes of the code that a test should notice: `npm run mutation -- core/stats` (`scripts/mutation.ts`). */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // Only the tests of the room are asked (`vitest.config.ts`); what is related to a room of the core is nearly every test there is.
  vitest: { related: false },
  coverageAnalysis: 'perTest',
  // Every changed text of a message or a name is a mutant too, and none of them is a wrong number.
  mutator: { excludedMutations: ['StringLiteral'] },
  // It would rewrite `tsconfig.json` by an interface that TypeScript 7 does not have; nothing here needs it.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  ignorePatterns: ['/.output', '/out', '/public', '/docs', '/test/e2e', '/test/gallery'],
  concurrency: 1,
  timeoutMS: 10_000,
  tempDirName: '.cache/mutation',
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.cache/mutation-report.json' },
};
