const { default: Sequencer } = require('@jest/test-sequencer');

// A fresh clone knows no times yet. What starts programs, browsers or databases takes longest, and
// within a tier the longer file: so that two workers end together, on small suites.
const TIERS = ['faults.e2e-spec.ts', '.e2e-spec.ts', '.db-spec.ts', '.spec.ts'];
const tierOf = ({ path }) => TIERS.findIndex((ending) => path.endsWith(ending));

module.exports = class SlowestFirst extends Sequencer {
  async sort(tests) {
    const bySize = await super.sort(tests);
    return [...bySize].sort((one, other) => tierOf(one) - tierOf(other));
  }
};
