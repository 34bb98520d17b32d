import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { freePort } from '../support/free-port';
import { openMarket, type MarketByApi } from '../support/market-by-api';
import { scratchFolder } from '../support/scratch';
import { Books } from './books';
import { ofTransfers, type Findings } from './findings';
import { Killer } from './killer';
import {
  tellingsOf,
  transfersFor,
  type OpenBill,
  type Telling,
  type Transfer,
} from './month-of-transfers';
import { shareOf } from './rounds';
import { seededChance } from './seeded-chance';
import { onePc, separatePrograms, type PlantedBug, type Site } from './sites';
import { Tellers } from './telling';

const LEASES = 8;
const MONTHS = ['2026-09', '2026-10'];
const BURSTS = 2;
const CUTS = 3;
// Told once and by themselves, a transfer and its twin, so that nothing tells again what was lost.
const ALONE = 2;
// Longer than a worker sleeps between two looks.
const LOOKED_MS = 1_300;
const DONE_MS = 12_000;
const SEED = 'canary';
const FIRST_ID = 1000;

/** A market that stands on a folder of its own; each canary sings on a copy of it. */
export interface CageOfCanaries {
  readonly folder: string;
  readonly port: number;
  readonly market: MarketByApi;
  readonly bills: readonly OpenBill[];
}

export async function openCage(): Promise<CageOfCanaries> {
  const folder = scratchFolder();
  const port = await freePort();
  const site = onePc({ dataDir: folder, port });
  await site.ready();
  const market = await openMarket(site, { stalls: LEASES, openedOn: '2026-08-01' });
  const tellers = new Tellers(market, []);
  for (const month of MONTHS) await tellers.issue(month);
  const bills = await new Books(() => site.databaseUrl(), market.boardId).bills(MONTHS);
  const open = bills.map(({ code, leaseId, total }) => ({ code, leaseId, due: total }));
  // The first delivery of a month makes its partition, which no canary is about.
  const [first] = transfersFor(open, FIRST_ID, seededChance(SEED));
  if (first) await tellers.tell({ by: 'webhook', transfer: first });
  await site.stop();
  return { folder, port, market, bills: open };
}

/** What the faults show of a planted bug; of the program as it is, nothing. */
export async function canaryRun(cage: CageOfCanaries, bug: PlantedBug): Promise<CanaryReport> {
  const dataDir = scratchFolder();
  // cp keeps the owner, which is another account where the tests run as root.
  execFileSync('cp', ['-a', '--reflink=auto', `${cage.folder}/.`, dataDir]);
  const site = await separatePrograms({ dataDir, port: cage.port }, bug);
  const killer = new Killer();
  try {
    await site.ready();
    return await sing(cage, site, killer);
  } finally {
    await killer.stop();
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export interface CanaryReport extends Findings {
  /** Scopes that stayed behind on a connection. */
  readonly leaks: number;
}

async function sing(
  { market, bills }: CageOfCanaries,
  site: Site,
  killer: Killer,
): Promise<CanaryReport> {
  const chance = seededChance(SEED);
  const transfers = transfersFor(bills, FIRST_ID, chance);
  const many = transfers.slice(ALONE);
  const tellings = tellingsOf(many, chance);
  const tellers = new Tellers(market, many);
  const books = new Books(() => site.databaseUrl(), market.boardId);
  for (let burst = 0; burst < BURSTS; burst += 1) {
    await tellLate(site, tellers, shareOf(tellings, burst, BURSTS));
    await pullThePlug(site, killer);
  }
  // Work that nobody takes up is found without.
  for (const transfer of transfers.slice(0, ALONE))
    if (await isDone(books)) await tellAlone(site, tellers, transfer, killer);
  await isDone(books);
  const found = ofTransfers(transfers, await books.records(transfers));
  // Where facts are missing there may be none to tell a second time.
  const twice = found.lost > 0 ? 0 : await books.takenTwice();
  return { ...found, doubled: found.doubled + twice, leaks: site.proxy?.leaks ?? 0 };
}

/** Webhooks whose first COMMIT arrives only after the statements told with them were looked at. */
async function tellLate(site: Site, tellers: Tellers, tellings: readonly Telling[]): Promise<void> {
  const told = (by: Telling['by']) =>
    Promise.all(tellings.filter((one) => one.by === by).map((one) => tellers.tell(one)));
  const letGo = site.proxy?.holdNext();
  const webhooks = told('webhook');
  await new Promise((begun) => setTimeout(begun, 100));
  await told('statement');
  await new Promise((looked) => setTimeout(looked, LOOKED_MS));
  site.proxy?.cutNext(CUTS);
  letGo?.();
  await webhooks;
}

/** One webhook, told once, whose COMMIT is still on its way when whoever answers too early answers. */
async function tellAlone(
  site: Site,
  tellers: Tellers,
  transfer: Transfer,
  killer: Killer,
): Promise<void> {
  const letGo = site.proxy?.holdNext();
  const answered = tellers.tell({ by: 'webhook', transfer }).then(() => true);
  const looked = new Promise<false>((later) => setTimeout(later, LOOKED_MS, false));
  if (!(await Promise.race([answered, looked]))) {
    letGo?.();
    await answered;
  }
  await pullThePlug(site, killer);
  letGo?.();
}

/** At once after the last answer: what was answered must be on the disk. */
async function pullThePlug(site: Site, killer: Killer): Promise<void> {
  const postgres = site.pidOf('postgres');
  if (postgres) await killer.kill(postgres, 0);
}

/** Waits until nothing is left to do; not for ever. */
async function isDone(books: Books): Promise<boolean> {
  const deadline = performance.now() + DONE_MS;
  while ((await books.hurry()) > 0) {
    if (performance.now() > deadline) return false;
    await new Promise((again) => setTimeout(again, 500));
  }
  return true;
}
