import { defineConfig } from 'vitest/config';

/** Everything that needs no browser. Browser tests have their own configuration (`vitest.e2e.config.ts`). */
export default defineConfig({
  test: {
    // `npm run mutation` asks the tests of one room.
    include: process.env.TESTS?.split(';') ?? [
      'test/unit/**/*.test.{ts,tsx}',
      'test/dashboards/**/*.test.ts',
      'test/simulation/**/*.test.ts',
    ],
    environment: 'node',
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
  },
});
