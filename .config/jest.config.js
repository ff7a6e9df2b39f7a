// Three projects: rules beside the engine, rooms on the real database, and journeys in a real browser.
const root = `${import.meta.dirname}/..`;

const shared = {
  rootDir: root,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { configFile: `${root}/.config/swc.json`, swcrc: false }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^class-transformer(/.*)?$': `${import.meta.dirname}/no-class-transformer.cjs`,
  },
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/reports'],
};
const database = {
  globalSetup: `${root}/test/support/start-database.js`,
  globalTeardown: `${root}/test/support/stop-database.js`,
};

export default {
  rootDir: root,
  testTimeout: 60_000,
  // Jest itself leaves one core free, which of two is half.
  maxWorkers: '100%',
  testSequencer: `${import.meta.dirname}/longest-first.js`,
  workerIdleMemoryLimit: '700MB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.test.ts'] },
    {
      ...shared,
      ...database,
      displayName: 'medium',
      testMatch: ['<rootDir>/test/medium/**/*.test.ts'],
    },
    { ...shared, ...database, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
