import { month as asMonth, monthsBetween, type Id } from '@cho40/kernel';
import { AdminUnits } from '@cho40/markets';
import {
  asId,
  newId,
  SYSTEM_BOARD,
  systemActor,
  type Actor,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { hangCards } from './cards';
import { FOUNDED_ON, foundBoard } from './foundation';
import { playMonth } from './month-step';
import { FIRST_MONTH, LAST_MONTH, PLANNED_BOARDS, type PlannedBoard } from './plan';
import { recordDecisions, setPrices } from './prices';
import { programFor, type ProvinceClock, type Scene } from './scene';
import { appointOfficials } from './staff';

const SETTING = 'province';
// Boards do not touch each other's books, and the work is PostgreSQL's: a core for each lane.
const LANES = 2;

/** How far the province is: which boards it made, the steps that are done, and whether all are. */
interface Progress {
  readonly boards: Readonly<Record<string, string>>;
  readonly done: readonly number[];
  readonly loaded?: true;
}

interface Step {
  readonly actor: Actor;
  run(tx: Tx): Promise<void>;
}

/** Steps that may be done in any order and side by side; the next stage needs them all. */
interface Stage {
  /** What the person who waits is told. */
  readonly says: string;
  readonly steps: readonly Step[];
}

/** `number` counts through all stages. */
type NumberedStep = Step & { readonly number: number };

export type ProvinceOutcome = 'loaded' | 'already' | 'not-empty';

type ProvinceScene = Scene & { readonly clock: ProvinceClock };

/**
 * Loads the believable province into an empty database. Each step and the note that it is done are
 * one transaction, so that a load that was killed goes on where it was.
 */
export async function loadProvince(
  scene: ProvinceScene,
  say: (line: string) => void,
): Promise<ProvinceOutcome> {
  const all = systemActor([SYSTEM_BOARD]);
  const started = await scene.db.read(all, progressOf);
  if (!started && !(await scene.db.read(all, isEmpty))) return 'not-empty';
  if (started?.loaded) return 'already';
  const progress = started ?? (await scene.db.write(all, begin));
  const stages = numbered(stagesOf(scene, progress.boards));
  const isDone = new Set(progress.done);
  const count = stages.reduce((sum, { steps }) => sum + steps.length, 0);
  for (const { says, steps } of stages) {
    const left = steps.filter(({ number }) => !isDone.has(number));
    const [first] = left;
    if (first) say(`province: ${says} (${first.number} of ${count})`);
    await inLanes(left, (step) => take(scene, step));
  }
  await scene.db.write(all, noteLoaded);
  return 'loaded';
}

function numbered(stages: readonly Stage[]) {
  let number = 0;
  return stages.map(({ says, steps }) => ({
    says,
    steps: steps.map((step): NumberedStep => ({ ...step, number: (number += 1) })),
  }));
}

async function inLanes<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const lane = async () => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function take({ db, clock }: ProvinceScene, { actor, run, number }: NumberedStep): Promise<void> {
  return clock.during(() =>
    db.write(actor, async (tx) => {
      clock.set(FOUNDED_ON);
      await run(tx);
      await noteDone(tx, number);
    }),
  );
}

async function isEmpty(tx: Reading): Promise<boolean> {
  const [row] = await tx.sql<{ empty: boolean }>(
    `select not exists (select from markets.board_registry)
        and not exists (select from identity.app_user) as empty`,
  );
  return row?.empty ?? false;
}

async function progressOf(tx: Reading): Promise<Progress | null> {
  const [row] = await tx.sql<{ value: Progress }>(
    'select value from platform.setting where key = $1',
    [SETTING],
  );
  return row?.value ?? null;
}

async function begin(tx: Tx): Promise<Progress> {
  const boards = Object.fromEntries(PLANNED_BOARDS.map((board) => [board.key, newId()]));
  const progress = { boards, done: [] };
  await tx.sql('insert into platform.setting (key, value) values ($1, $2::jsonb)', [
    SETTING,
    JSON.stringify(progress),
  ]);
  return progress;
}

/** The last of a step's statements: the other lane waits for its note no longer than a commit. */
async function noteDone(tx: Tx, step: number): Promise<void> {
  await tx.sql(
    `update platform.setting set value = jsonb_set(value, '{done}', value->'done' || $2::jsonb)
      where key = $1`,
    [SETTING, JSON.stringify(step)],
  );
}

async function noteLoaded(tx: Tx): Promise<void> {
  await tx.sql(`update platform.setting set value = value || '{"loaded": true}' where key = $1`, [
    SETTING,
  ]);
}

/** Tables that have just been filled are unknown to the planner. */
const STATISTICS: Step = {
  actor: systemActor([SYSTEM_BOARD]),
  run: async (tx) => {
    await tx.sql('call platform.gather_statistics()');
  },
};
// They grow old by doubling: after so many months they are taken again.
const STATISTICS_AFTER = [1, 2, 4, 8, 16];

function stagesOf(scene: Scene, ids: Progress['boards']): Stage[] {
  const boards = PLANNED_BOARDS.map((board) => ({ board, boardId: asId(ids[board.key] ?? '') }));
  const perBoard = (
    says: string,
    run: (tx: Tx, board: PlannedBoard, boardId: Id) => Promise<void>,
    of = boards,
  ): Stage => ({
    says,
    steps: of.map(({ board, boardId }) => ({
      actor: programFor(boardId),
      run: (tx) => run(tx, board, boardId),
    })),
  });
  const found = (tx: Tx, board: PlannedBoard, boardId: Id) => foundBoard(scene, tx, board, boardId);
  const statistics: Stage = { says: 'statistics', steps: [STATISTICS] };
  return [
    { says: 'administrative units and decisions', steps: [unitsAndDecisions(scene)] },
    // Before the others: its people's sign-ins, the oldest, are the ones that are shown.
    perBoard('the largest board', found, boards.slice(0, 1)),
    perBoard('boards, markets, stalls, vendors, leases', found, boards.slice(1)),
    perBoard('prices', (tx, board, boardId) => setPrices(scene, tx, board, boardId)),
    {
      says: 'officials',
      steps: [officials(scene, [SYSTEM_BOARD, ...boards.map(({ boardId }) => boardId)])],
    },
    statistics,
    ...monthsBetween(asMonth(FIRST_MONTH), asMonth(LAST_MONTH)).flatMap((month, at) => [
      perBoard(`bills, bank and cash of ${month}`, (tx, board, boardId) =>
        playMonth(scene, tx, { board, boardId, month }),
      ),
      ...(STATISTICS_AFTER.includes(at + 1) ? [statistics] : []),
    ]),
    perBoard('QR cards', (tx, board, boardId) => hangCards(scene, tx, { board, boardId })),
    statistics,
  ];
}

const unitsAndDecisions = (scene: Scene): Step => ({
  actor: systemActor([SYSTEM_BOARD]),
  run: async (tx) => {
    await scene.libs.get(AdminUnits).load(tx);
    await recordDecisions(scene, tx);
  },
});

const officials = (scene: Scene, boardIds: readonly Id[]): Step => ({
  actor: systemActor([...boardIds]),
  run: (tx) => appointOfficials(scene, tx, { provinceId: 'P08', communeId: 'C00721@2025-07' }),
});
