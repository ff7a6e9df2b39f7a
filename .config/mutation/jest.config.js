import base from '../jest.config.js';

const [unit] = base.projects;

export default {
  ...unit,
  displayName: undefined,
  testTimeout: 60_000,
  testEnvironment: `${import.meta.dirname}/environment.cjs`,
  testMatch: ['<rootDir>/.config/mutation/all.test.js'],
};
