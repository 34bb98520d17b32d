import { rmSync } from 'node:fs';
import {
  canaryRun,
  openCage,
  takenTwice,
  type CageOfCanaries,
  type CanaryReport,
} from './canary-run';

// What must never slip through: each of these bugs loses or doubles money, and the faults show it.
let cage: CageOfCanaries;
beforeAll(async () => {
  cage = await openCage();
});
afterAll(() => rmSync(cage.folder, { recursive: true, force: true }));

const CLEAN: CanaryReport = { lost: 0, doubled: 0, misplaced: 0, leaks: 0 };

describe('the faults', () => {
  it('find nothing in the program as it is', async () => {
    expect(await canaryRun(cage, {})).toEqual(CLEAN);
  });

  it('find a unique index that was dropped', async () => {
    const statement = 'alter table banking.sighting drop constraint sighting_identity';
    expect(await takenTwice(cage, statement)).toBe(1);
  });

  it('find that a delivery is answered before its commit', async () => {
    const found = await canaryRun(cage, { code: 'answer-before-commit.cjs' });
    expect(found.lost).toBeGreaterThan(0);
  });

  it('find that work is claimed by a cursor over ids', async () => {
    const found = await canaryRun(cage, { code: 'claims-by-id-cursor.cjs' });
    expect(found.lost).toBeGreaterThan(0);
  });

  it('find that commits do not wait for the disk', async () => {
    // The writer of the log comes by so late that it hides nothing.
    const late = ['wal_writer_delay = 10s', 'wal_writer_flush_after = 1GB'];
    const found = await canaryRun(cage, { settings: ['synchronous_commit = off', ...late] });
    expect(found.lost).toBeGreaterThan(0);
  });

  it('find that a scope stays on its session', async () => {
    const found = await canaryRun(cage, { code: 'scope-of-the-session.cjs' });
    expect(found.leaks).toBeGreaterThan(0);
  });
});
