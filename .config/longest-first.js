// Starts what takes longest first, so that no long test runs alone at the end while a core has nothing to do. What a test
// took here last time says so itself; on a clean clone these seconds do, of a whole run on two cores.
import Sequencer from '@jest/test-sequencer';

const seconds = {
  'medium/start': 114,
  'e2e/pages': 89,
  'medium/matrix': 73,
  'medium/hostile': 57,
  'medium/tamper': 57,
  'e2e/sign-in': 41,
  'medium/ledger-kills': 37,
  'medium/ledger-races': 36,
  'medium/hostile-access': 33,
  'e2e/ledger': 31,
  'medium/sheets': 25,
  'medium/tokens': 25,
  'medium/interleaving': 24,
  'medium/ready': 21,
  'medium/two-processes': 20,
  'medium/row-security': 18,
  'medium/revocations': 18,
  'medium/imports': 17,
  'medium/federation-hostile': 16,
  'medium/reading-changes-nothing': 16,
  'medium/imports-mutated': 14,
  'medium/not-yours': 13,
};

/** One that starts the application and no more, and one that does not. */
const others = { medium: 6, e2e: 12 };

export default class LongestFirst extends Sequencer {
  time(test) {
    const [, kind, name] = /\/test\/(medium|e2e)\/([\w-]+)\.test\.ts$/.exec(test.path) ?? [];
    return super.time(test) ?? 1000 * (seconds[`${kind}/${name}`] ?? others[kind] ?? 1);
  }
}
