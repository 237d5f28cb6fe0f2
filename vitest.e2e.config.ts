import { defineConfig } from 'vitest/config';

/** The built extension in real browsers. One file at a time: browsers are heavy, and every file starts its own. */
export default defineConfig({
  test: {
    // What needs more rights than a newcomer has runs with `npm run reliability` only.
    include: ['test/e2e/**/*.test.ts', ...(process.env.RELIABILITY_ROUNDS ? ['test/reliability/**/*.test.ts'] : [])],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
