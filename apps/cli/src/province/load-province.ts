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
import { FOUNDED_ON, foundBoard } from './foundation';
import { playMonth } from './month-step';
import { FIRST_MONTH, LAST_MONTH, PLANNED_BOARDS, type PlannedBoard } from './plan';
import { recordDecisions, setPrices } from './prices';
import { programFor, type Scene } from './scene';
import { appointOfficials } from './staff';

const SETTING = 'province';

/** How far the province is: which boards it made, and the steps that are done. */
interface Progress {
  readonly boards: Readonly<Record<string, string>>;
  readonly done: number;
}

interface Step {
  readonly says: string;
  readonly actor: Actor;
  run(tx: Tx): Promise<void>;
}

export type ProvinceOutcome = 'loaded' | 'already' | 'not-empty';

/**
 * Loads the believable province into an empty database. Each step and the note that it is done are
 * one transaction, so that a load that was killed goes on where it was.
 */
export async function loadProvince(
  scene: Scene,
  say: (line: string) => void,
): Promise<ProvinceOutcome> {
  const all = systemActor([SYSTEM_BOARD]);
  const started = await scene.db.read(all, progressOf);
  if (!started && !(await scene.db.read(all, isEmpty))) return 'not-empty';
  const progress = started ?? (await scene.db.write(all, begin));
  const steps = stepsOf(scene, progress.boards);
  if (progress.done >= steps.length) return 'already';
  let said = '';
  for (const [index, step] of steps.entries()) {
    if (index < progress.done) continue;
    if (step !== STATISTICS && step.says !== said)
      say(`province: ${step.says} (${index + 1} of ${steps.length})`);
    if (step !== STATISTICS) said = step.says;
    scene.clock.set(FOUNDED_ON);
    await scene.db.write(step.actor, async (tx) => {
      await step.run(tx);
      await note(tx, { ...progress, done: index + 1 });
    });
  }
  return 'loaded';
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
  const progress = { boards, done: 0 };
  await note(tx, progress);
  return progress;
}

async function note(tx: Tx, progress: Progress): Promise<void> {
  await tx.sql(
    `insert into platform.setting (key, value) values ($1, $2::jsonb)
     on conflict (key) do update set value = excluded.value`,
    [SETTING, JSON.stringify(progress)],
  );
}

const STATISTICS: Step = {
  says: 'statistics',
  actor: systemActor([SYSTEM_BOARD]),
  run: async (tx) => {
    await tx.sql('call platform.gather_statistics()');
  },
};

function stepsOf(scene: Scene, ids: Progress['boards']): Step[] {
  const boards = PLANNED_BOARDS.map((board) => ({ board, boardId: asId(ids[board.key] ?? '') }));
  const perBoard = (
    says: string,
    run: (tx: Tx, board: PlannedBoard, boardId: Id) => Promise<void>,
  ): Step[] =>
    boards.map(({ board, boardId }) => ({
      says,
      actor: programFor(boardId),
      run: (tx) => run(tx, board, boardId),
    }));
  return [
    {
      says: 'administrative units and decisions',
      actor: systemActor([SYSTEM_BOARD]),
      run: async (tx) => {
        await scene.libs.get(AdminUnits).load(tx);
        await recordDecisions(scene, tx);
      },
    },
    ...perBoard('boards, markets, stalls, vendors, leases', (tx, board, boardId) =>
      foundBoard(scene, tx, board, boardId),
    ),
    ...perBoard('prices', (tx, board, boardId) => setPrices(scene, tx, board, boardId)),
    {
      says: 'officials',
      actor: systemActor([SYSTEM_BOARD, ...boards.map(({ boardId }) => boardId)]),
      run: (tx) => appointOfficials(scene, tx, { provinceId: 'P08', communeId: 'C00721@2025-07' }),
    },
    STATISTICS,
    ...monthsBetween(asMonth(FIRST_MONTH), asMonth(LAST_MONTH)).flatMap((month) => [
      ...perBoard(`bills, bank and cash of ${month}`, (tx, board, boardId) =>
        playMonth(scene, tx, { board, boardId, month }),
      ),
      STATISTICS,
    ]),
  ];
}
