import { addDays, businessDate, vnd, type BusinessDate, type Id } from '@cho40/kernel';
import { ReceivingAccounts } from '@cho40/banking';
import { CodePrefixes } from '@cho40/billing';
import {
  Boards,
  MarketDays,
  Markets,
  StallMaps,
  StallStates,
  Stalls,
  Zones,
  type NewStall,
} from '@cho40/markets';
import { newId, type Tx } from '@cho40/platform';
import { Leases, Vendors } from '@cho40/tenancy';
import { chanceOf, type Chance } from './chance';
import { aContract, certify, changeCourses } from './contracts';
import { aName, aPhone, GOODS } from './people';
import { PROVINCE_SEED, type PlannedBoard, type PlannedMarket } from './plan';
import { drawMap, MAPPED, setMarketDays, setStates } from './places-and-days';
import type { Scene } from './scene';
import { actorOf, appointStaff } from './staff';

/** Everything was set up by this day; the first bills follow in May. */
export const FOUNDED_ON = businessDate('2025-04-15');
const LEASED_SHARE = 0.92;
const STALLS_PER_ZONE = 40;

/** The unit of a commune's code since July 2025, and until then. */
const communeSinceReform = (code: string) => `C${code}@2025-07`;
const communeBefore = (code: string) => `C${code}`;

/** A board with its people, account, markets, stalls, vendors and leases. */
export async function foundBoard(
  scene: Scene,
  tx: Tx,
  board: PlannedBoard,
  boardId: Id,
): Promise<void> {
  const { libs } = scene;
  await libs.get(Boards).create(tx, { id: boardId, name: board.name });
  await appointStaff(scene, tx, board, boardId);
  await openAccount(scene, tx, board, boardId);
  for (const market of board.markets) {
    const signed = await foundMarket(scene, tx, market, boardId);
    await changeCourses(scene, tx, { board, boardId, ...signed });
  }
}

async function openAccount(
  { libs }: Scene,
  tx: Tx,
  board: PlannedBoard,
  boardId: Id,
): Promise<void> {
  const accounts = libs.get(ReceivingAccounts);
  const accountant = await actorOf(tx, board, boardId, 'accountant');
  const head = await actorOf(tx, board, boardId, 'boardHead');
  const chance = chanceOf(PROVINCE_SEED, 'account', board.key);
  const account = await accounts.propose(
    tx,
    {
      boardId,
      bin: board.bin,
      number: board.account,
      holderName: board.holder,
      openingBalance: vnd(chance.between(8, 90) * 1_000_000),
      openedOn: businessDate('2025-05-01'),
    },
    accountant,
  );
  await accounts.approve(tx, account.id, head);
  await accounts.provenEarlier(tx, account.id);
}

async function foundMarket(
  scene: Scene,
  tx: Tx,
  planned: PlannedMarket,
  boardId: Id,
): Promise<{ vendorIds: Id[]; leaseIds: Id[] }> {
  const { libs } = scene;
  const { code, name, declaredClass, construction, meets, district } = planned;
  const market = await libs.get(Markets).create(tx, {
    id: newId(),
    boardId,
    code,
    name,
    declaredClass,
    construction,
    meets,
    formerDistrictId: `D${district}`,
    openedOn: businessDate('2012-01-01'),
  });
  await placeMarket(libs.get(Markets), tx, market.id, planned);
  await setMarketDays(libs.get(MarketDays), tx, market.id, code);
  const chance = chanceOf(PROVINCE_SEED, 'market', code);
  const stallIds = await buildStalls(libs.get(Zones), libs.get(Stalls), tx, market.id, {
    planned,
    chance,
  });
  if (MAPPED.includes(code)) await drawMap(libs.get(StallMaps), tx, market.id);
  await libs.get(CodePrefixes).take(tx, { marketId: market.id, prefix: planned.prefix });
  const leased = stallIds.filter(() => chance.happens(LEASED_SHARE));
  const unleased = stallIds.filter((stallId) => !leased.includes(stallId));
  await setStates(libs.get(StallStates), tx, unleased, FOUNDED_ON);
  const vendors = leased.map(() => ({ boardId, name: aName(chance), phone: aPhone(chance) }));
  const vendorIds = await libs.get(Vendors).create(tx, vendors);
  const contracts = chanceOf(PROVINCE_SEED, 'contracts', code);
  const leaseIds = await libs.get(Leases).sign(
    tx,
    leased.flatMap((stallId, at) => {
      const vendorId = vendorIds[at];
      const validFrom = signedOn(chance);
      return vendorId ? [{ ...aContract(contracts), stallId, vendorId, validFrom }] : [];
    }),
  );
  await certify(scene, tx, vendorIds, contracts);
  return { vendorIds, leaseIds };
}

// Before the reform a market lay in the commune of then; where nobody entered it, it is not known.
async function placeMarket(
  markets: Markets,
  tx: Tx,
  marketId: Id,
  { commune, communeBefore: before }: PlannedMarket,
): Promise<void> {
  if (before) await markets.setCommune(tx, marketId, communeBefore(before), null);
  await markets.setCommune(tx, marketId, communeSinceReform(commune), businessDate('2025-07-01'));
}

const signedOn = (chance: Chance): BusinessDate =>
  addDays(businessDate('2023-01-01'), chance.between(0, 800));

const ZONE_NAMES = ['Nhà chợ chính', 'Khu thực phẩm', 'Khu ngoài trời', 'Dãy ki-ốt'] as const;

async function buildStalls(
  zones: Zones,
  stalls: Stalls,
  tx: Tx,
  marketId: Id,
  { planned, chance }: { planned: PlannedMarket; chance: Chance },
): Promise<Id[]> {
  const count = Math.max(2, Math.ceil(planned.stalls / STALLS_PER_ZONE));
  const letters = Array.from({ length: count }, (_, at) => String.fromCharCode(65 + at));
  const zoneIds = await zones.create(
    tx,
    marketId,
    letters.map((code, at) => ({
      code,
      name: `${ZONE_NAMES[at % ZONE_NAMES.length]} ${code}`,
      walkingOrder: at + 1,
    })),
  );
  const rows = Array.from({ length: planned.stalls }, (_, at): NewStall[] => {
    const zone = Math.floor((at * count) / planned.stalls);
    const first = Math.ceil((zone * planned.stalls) / count);
    const zoneId = zoneIds[zone];
    if (!zoneId) return [];
    const number = String(at - first + 1).padStart(3, '0');
    return [aStall(zoneId, `${letters[zone]}-${number}`, planned, chance)];
  }).flat();
  return stalls.create(tx, marketId, rows);
}

function aStall(zoneId: Id, code: string, planned: PlannedMarket, chance: Chance): NewStall {
  const isLarge = planned.construction === 'solid' && chance.happens(0.25);
  return {
    zoneId,
    code,
    areaM2: isLarge ? chance.between(8, 18) : chance.between(6, 14) / 2,
    openSides: chance.happens(0.15) ? 3 : chance.happens(0.3) ? 2 : 1,
    isRoofed: planned.construction !== 'temporary' || chance.happens(0.4),
    goodsGroup: chance.pick(GOODS),
  };
}
