import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { sumOf, type FaultReport } from './fault-report';
import { faultRun } from './fault-run';
import { CUTS_PER_ROUND } from './rounds';

// `npm run faults -- --rounds N` sets these; in CI it is one set of rounds.
const ROUNDS_OF_A_SET = 20;
const rounds = Number(process.env.FAULT_ROUNDS ?? ROUNDS_OF_A_SET);
const seed = process.env.FAULT_SEED ?? randomBytes(4).toString('hex');
const reportFile = process.env.FAULT_REPORT;

it(
  'no đồng is lost, doubled or misplaced while programs are killed and answers cut off',
  async () => {
    process.stdout.write(`faults: seed ${seed}\n`);
    const reports: FaultReport[] = [];
    for (let played = 0; played < rounds; played += ROUNDS_OF_A_SET) {
      const ofSet = Math.min(ROUNDS_OF_A_SET, rounds - played);
      reports.push(await faultRun(ofSet, played === 0 ? seed : `${seed}-${played}`));
      if (reportFile) writeFileSync(reportFile, JSON.stringify(sumOf(reports, seed)));
    }
    const report = sumOf(reports, seed);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    expect(report).toMatchObject({ lost: 0, doubled: 0, misplaced: 0, violations: 0 });
    expect(report).toMatchObject({ kills: rounds, cuts: rounds * CUTS_PER_ROUND });
    expect(report.deliveries).toBeGreaterThan(rounds * 250);
  },
  120_000 + rounds * 15_000,
);
