import { defineConfig } from 'vitest/config';

/** The built extension in real browsers. One file at a time: browsers are heavy, and every file starts its own. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
