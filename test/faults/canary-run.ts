import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { openDatabaseForProgram, readConfig, SYSTEM_BOARD } from '@cho40/platform';
import type { CuttingProxy } from '../support/cutting-proxy';
import { freePort } from '../support/free-port';
import { openMarket, type MarketByApi } from '../support/market-by-api';
import { corrupt } from '../support/opened';
import { scratchFolder } from '../support/scratch';
import { migratedFolder } from '../support/template';
import { Books, type Undone } from './books';
import { ofTransfers, type Findings } from './findings';
import { Killer } from './killer';
import { transfersFor, type OpenBill, type PrintedWeek, type Transfer } from './month-of-transfers';
import { seededChance } from './seeded-chance';
import { environmentOf, onePc, withBug, type PlantedBug, type SiteOverLine } from './sites';
import { Tellers } from './telling';

const LEASES = 4;
const MONTH = '2026-10';
const CUTS = 3;
const SEED = 'canary';
const FIRST_ID = 1000;
const WEEK: PrintedWeek = {
  from: '2026-10-01',
  to: '2026-10-12',
  numbers: 'comma',
  order: 'oldestFirst',
};
const KEPT = 'insert into banking.delivery';
// An answer that did not wait for its COMMIT has left the program before it, and is heard before
// what the program is asked afterwards.
const ASKED_AFTERWARDS = 5;
const POLL_MS = 150;
// A worker that could do what is left would have: it has two lanes, each looks every second.
const VAIN_LOOKS = 6;

/** A market that stands on a folder of its own; each canary sings on a copy of it. */
export interface CageOfCanaries {
  readonly folder: string;
  readonly port: number;
  readonly market: MarketByApi;
  readonly bills: readonly OpenBill[];
}

export async function openCage(): Promise<CageOfCanaries> {
  const folder = await migratedFolder();
  const port = await freePort();
  const site = onePc({ dataDir: folder, port });
  await site.ready();
  const market = await openMarket(site, { stalls: LEASES, openedOn: '2026-08-01' });
  const tellers = new Tellers(market, []);
  await tellers.issue(MONTH);
  const books = new Books(() => site.databaseUrl(), market.boardId);
  const bills = (await books.bills([MONTH])).map(({ code, leaseId, total }) => ({
    code,
    leaseId,
    due: total,
  }));
  // The first delivery of a month makes its partition, which no canary is about.
  const [first] = transfersFor(bills, FIRST_ID, seededChance(SEED));
  if (first) await tellers.tell({ by: 'webhook', transfer: first });
  while ((await books.hurry()).count > 0) await moment(POLL_MS);
  await site.stop();
  return { folder, port, market, bills };
}

/** How many facts the database would take twice after somebody changed it. */
export function takenTwice(cage: CageOfCanaries, statement: string): Promise<number> {
  const { port, market } = cage;
  return onCopy(cage, async (dataDir) => {
    const database = await openDatabaseForProgram(readConfig(environmentOf({ dataDir, port })));
    try {
      await corrupt(database.migrationUrl, SYSTEM_BOARD, [statement]);
      return await new Books(() => database.databaseUrl, market.boardId).takenTwice();
    } finally {
      await database.close();
    }
  });
}

/** What the faults show of a planted bug; of the program as it is, nothing. */
export function canaryRun(cage: CageOfCanaries, bug: PlantedBug): Promise<CanaryReport> {
  return onCopy(cage, async (dataDir) => {
    const site = await withBug({ dataDir, port: cage.port }, bug);
    const killer = new Killer();
    try {
      await site.ready();
      return await sing(cage, site, killer);
    } finally {
      await killer.stop();
      await site.stop();
    }
  });
}

async function onCopy<T>(
  { folder }: CageOfCanaries,
  work: (dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = scratchFolder();
  // cp keeps the owner, which is another account where the tests run as root.
  execFileSync('cp', ['-a', '--reflink=auto', `${folder}/.`, dataDir]);
  try {
    return await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export interface CanaryReport extends Findings {
  /** Scopes that stayed behind on a connection. */
  readonly leaks: number;
}

async function sing(
  { market, bills }: CageOfCanaries,
  site: SiteOverLine,
  killer: Killer,
): Promise<CanaryReport> {
  const transfers = transfersFor(bills, FIRST_ID, seededChance(SEED));
  // Told once and by itself, after all others, so that nothing tells again what was lost of it.
  const many = transfers.slice(0, -1);
  const tellers = new Tellers(market, many);
  const books = new Books(() => site.databaseUrl(), market.boardId);
  await tellLate(site, tellers, { many, books });
  await pullThePlug(site, killer);
  // Work that nobody takes up is found without.
  if (await isDone(books, site.proxy)) {
    for (const alone of transfers.slice(-1)) await tellAlone(site, tellers, alone, killer);
    await isDone(books, site.proxy);
  }
  const found = ofTransfers(transfers, await books.records(transfers));
  // Where facts are missing there may be none to tell a second time.
  const twice = found.lost > 0 ? 0 : await books.takenTwice();
  return { ...found, doubled: found.doubled + twice, leaks: site.proxy.leaks };
}

/** Webhooks whose first COMMIT arrives only after a statement told later was looked at. */
async function tellLate(
  { proxy }: SiteOverLine,
  tellers: Tellers,
  { many, books }: { many: readonly Transfer[]; books: Books },
): Promise<void> {
  const held = proxy.holdNext(KEPT);
  const webhooks = many.map((transfer) => tellers.tell({ by: 'webhook', transfer }));
  await held.begun;
  await tellers.tell({ by: 'statement', week: WEEK });
  await isDone(books, proxy);
  proxy.cutNext(CUTS);
  held.letGo();
  await Promise.all(webhooks);
}

/** One webhook, told once, whose COMMIT is still on its way when whoever answers too early answers. */
async function tellAlone(
  site: SiteOverLine,
  tellers: Tellers,
  transfer: Transfer,
  killer: Killer,
): Promise<void> {
  const held = site.proxy.holdNext(KEPT);
  let isAnswered = false;
  const answered = tellers.tell({ by: 'webhook', transfer }).then(() => {
    isAnswered = true;
  });
  await held.begun;
  for (let asked = 0; asked < ASKED_AFTERWARDS; asked += 1) await fetch(`${site.url}/health/live`);
  if (!isAnswered) {
    held.letGo();
    await answered;
  }
  await pullThePlug(site, killer);
  held.letGo();
}

/** At once after the last answer: what was answered must be on the disk. */
async function pullThePlug(site: SiteOverLine, killer: Killer): Promise<void> {
  const postgres = site.pidOf('postgres');
  if (postgres) await killer.kill(postgres, 0);
}

/** Waits until nothing is left to do; gives false where the worker passes by what is left. */
async function isDone(books: Books, proxy: CuttingProxy): Promise<boolean> {
  let last: Undone | undefined;
  let looksBefore = proxy.looks;
  for (;;) {
    const undone = await books.hurry();
    if (undone.count === 0) return true;
    const isLeft = undone.running === 0 && undone.attempts === last?.attempts;
    if (!isLeft) looksBefore = proxy.looks;
    if (proxy.looks - looksBefore >= VAIN_LOOKS) return false;
    last = undone;
    await moment(POLL_MS);
  }
}

const moment = (ms: number) => new Promise<void>((later) => setTimeout(later, ms));
