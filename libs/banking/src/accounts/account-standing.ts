import { businessDateOf } from '@cho40/kernel';
import { bankOf } from '@cho40/vietqr';
import { PROBE_AMOUNT } from '../domain/probe';
import type { ReceivingAccount } from './receiving-account.entity';
import type { AccountState, ReceivingAccountDto } from './receiving-accounts.dto';

/** design/security.md: nobody is told to pay into an account within a day of its approval. */
const DAY_MS = 24 * 3_600_000;

/** An account as people see it: where it stands now, and what is still missing until it is live. */
export function accountDto(one: ReceivingAccount, now: Date): ReceivingAccountDto {
  const { createdAt: _created, approvedAt, probeCode, proof: _proof, ...shown } = one;
  const { proofRecordId: _record, provenBy: _by, ...known } = shown;
  return {
    ...known,
    bankName: bankOf(one.bin)?.shortName ?? null,
    state: stateOf(one, now),
    probe: probeCode && !one.liveAt ? { code: probeCode, amount: PROBE_AMOUNT } : null,
    waitsUntil: approvedAt && new Date(approvedAt.getTime() + DAY_MS),
  };
}

function stateOf(one: ReceivingAccount, now: Date): AccountState {
  if (one.closedOn !== null && one.closedOn < businessDateOf(now)) return 'closed';
  if (one.approvedBy === null) return 'proposed';
  return one.liveAt !== null && one.liveAt <= now ? 'live' : 'waiting';
}
