import { defineConfig } from 'vitest/config';

/**
 * The built extension in real browsers. Two files at a time: every file starts its own browser and waits for it half the time, and more
 * of them at once would be slower. What is measured (`npm run reliability`) has the computer to itself.
 */
export default defineConfig({
  test: {
    // What needs more rights than a newcomer has runs with `npm run reliability` only.
    include: ['test/e2e/**/*.test.ts', ...(process.env.RELIABILITY_ROUNDS ? ['test/reliability/**/*.test.ts'] : [])],
    environment: 'node',
    maxWorkers: process.env.RELIABILITY_ROUNDS ? 1 : 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
