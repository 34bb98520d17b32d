import { addDays, businessDate, vnd, type Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import {
  Certificates,
  LeaseCourse,
  LeaseTransfers,
  type NewCertificate,
  type NewLease,
} from '@cho40/tenancy';
import type { Chance } from './chance';
import type { PlannedBoard } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

const QUARTERLY_SHARE = 0.02;
const AWARDED_SHARE = 0.3;
const DEPOSIT_SHARE = 0.2;
const CERTIFIED_SHARE = 0.12;
/** Markets of this size show a suspension and a transfer as well. */
const LARGE = 40;

/** What a contract says beside its days: most are monthly and say nothing more. */
export function aContract(chance: Chance): Partial<NewLease> {
  const billingCycle = chance.happens(QUARTERLY_SHARE) ? 'quarter' : 'month';
  const isAwarded = chance.happens(AWARDED_SHARE);
  const depositAgreed = vnd(chance.happens(DEPOSIT_SHARE) ? chance.between(2, 10) * 500_000 : 0);
  if (!isAwarded) return { billingCycle, depositAgreed };
  const awardOn = addDays(businessDate('2022-11-01'), chance.between(0, 60));
  const awardNumber = `${chance.between(1, 60)}/QĐ-BQL`;
  return { billingCycle, depositAgreed, award: 'decision', awardNumber, awardOn };
}

const KINDS = [
  ['food-safety', 'Sở Công Thương', 3],
  ['fire-training', 'Phòng Cảnh sát PCCC và CNCH', 5],
] as const;

/** Some vendors have their papers; a few of them run out in the weeks around the last month. */
export async function certify(
  { libs }: Scene,
  tx: Tx,
  vendorIds: readonly Id[],
  chance: Chance,
): Promise<void> {
  const certified = vendorIds.filter(() => chance.happens(CERTIFIED_SHARE));
  const rows = certified.map((vendorId): NewCertificate => {
    const [kind, issuer, years] = chance.pick(KINDS);
    const issuedOn = addDays(businessDate('2023-09-01'), chance.between(0, 500));
    const expiresOn = addDays(issuedOn, years * 365);
    const number = `${chance.between(100, 999)}/${issuedOn.slice(0, 4)}/GCN`;
    return { vendorId, kind, number, issuer, issuedOn, expiresOn };
  });
  await libs.get(Certificates).enter(tx, rows);
}

interface Signed {
  readonly board: PlannedBoard;
  readonly boardId: Id;
  readonly leaseIds: readonly Id[];
  readonly vendorIds: readonly Id[];
}

/** In a large market somebody fell ill for a while, and somebody's stall passed to another. */
export async function changeCourses(scene: Scene, tx: Tx, signed: Signed): Promise<void> {
  const { board, boardId, leaseIds, vendorIds } = signed;
  const [ill, given] = leaseIds;
  const taker = vendorIds.at(-1);
  if (leaseIds.length < LARGE || !ill || !given || !taker) return;
  await scene.libs.get(LeaseCourse).suspend(tx, ill, {
    from: businessDate('2025-06-09'),
    to: businessDate('2025-06-24'),
    reason: 'Chủ điểm nằm viện',
    documentNumber: '14/TB-BQL',
  });
  const transfers = scene.libs.get(LeaseTransfers);
  const staff = actingAs(tx, await actorOf(tx, board, boardId, 'boardStaff'));
  const head = actingAs(tx, await actorOf(tx, board, boardId, 'boardHead'));
  const { id } = await transfers.ask(staff, given, {
    vendorId: taker,
    from: businessDate('2025-05-01'),
    reason: 'Chuyển điểm cho người nhà',
    documentNumber: '07/ĐN',
    documentOn: businessDate('2025-04-10'),
  });
  await transfers.decide(head, id, { decision: 'approved' });
}
