import { defineConfig } from 'vitest/config';

const source = {
  resolve: { conditions: ['slipway-source'] },
  ssr: { resolve: { conditions: ['slipway-source', 'node'], externalConditions: ['slipway-source', 'node'] } },
};

export default defineConfig({
  test: {
    projects: [
      { ...source, test: { name: 'unit', include: ['packages/*/test/**/*.test.ts', 'actions/*/test/**/*.test.ts'], environment: 'node' } },
      { ...source, test: { name: 'contract', include: ['test/contract/**/*.test.ts'], environment: 'node', testTimeout: 60_000 } },
      { ...source, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
});
