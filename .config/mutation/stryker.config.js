// One slice of the mutation run; `npm run mutation` goes through them.
import { slices } from './slices.js';

const slice = process.env.MUTATION_SLICE;

export default {
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: '.config/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  mutate: [...slices[slice].mutate, '!src/engine/**/*.test.ts'],
  ignorePatterns: ['dist', '.data', 'coverage', 'migrations', 'src/web', 'src/features', 'test/medium', 'test/e2e'],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation/${slice}.json` },
  incremental: process.env.MUTATION_AFRESH !== 'yes',
  incrementalFile: `reports/mutation/${slice}.incremental.json`,
  tempDirName: `reports/mutation/sandbox-${slice}`,
  concurrency: 1,
  // A process that loaded the engine anew a hundred times is slow: its memory fills with what no longer runs.
  maxTestRunnerReuse: 50,
  timeoutMS: 60_000,
  allowConsoleColors: false,
};
