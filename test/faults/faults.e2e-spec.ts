import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { runFaults } from './fault-run';

// `npm run faults -- --rounds N` sets these; in CI it is small.
const rounds = Number(process.env.FAULT_ROUNDS ?? 6);
const seed = process.env.FAULT_SEED ?? randomBytes(4).toString('hex');
const reportFile = process.env.FAULT_REPORT;

it(
  'nothing is lost, doubled or misplaced while the api and its PostgreSQL are killed',
  async () => {
    const report = await runFaults(rounds, seed);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (reportFile) writeFileSync(reportFile, JSON.stringify(report));
    expect(report).toMatchObject({ lost: 0, doubled: 0, misplaced: 0, violations: 0 });
    expect(report.kills).toBe(rounds);
    expect(report.deliveries).toBeGreaterThan(0);
  },
  120_000 + rounds * 15_000,
);
