import type { BusinessDate } from '@cho40/kernel';

/** How a lease stands on a day. */
export const LEASE_STATES = [
  'coming',
  'running',
  'suspended',
  'expired',
  'renewed',
  'transferred',
  'terminated',
] as const;
export type LeaseState = (typeof LEASE_STATES)[number];

/** What a board may do with a lease. */
export const LEASE_ACTS = ['amend', 'renew', 'suspend', 'resume', 'transfer', 'terminate'] as const;
export type LeaseAct = (typeof LEASE_ACTS)[number];

export interface LeaseFacts {
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  /** An end that was not agreed when it was signed; null: it runs, or ran, to its last day. */
  readonly endedAs: 'terminated' | 'transferred' | null;
  /** Another lease continues it. */
  readonly isRenewed: boolean;
  /** On the day that is asked about. */
  readonly isSuspended: boolean;
  /** A transfer was asked for and nobody has decided on it. */
  readonly hasOpenTransfer: boolean;
}

export function leaseStateOn(
  lease: Omit<LeaseFacts, 'hasOpenTransfer'>,
  today: BusinessDate,
): LeaseState {
  if (today < lease.validFrom) return 'coming';
  if (lease.validTo === null || today <= lease.validTo)
    return lease.isSuspended ? 'suspended' : 'running';
  return lease.endedAs ?? (lease.isRenewed ? 'renewed' : 'expired');
}

export type LeaseRefusal =
  | 'leaseEndedAlready'
  | 'leaseNotBegun'
  | 'leaseOpenEnded'
  | 'leaseRenewedAlready'
  | 'leaseNotSuspended'
  | 'leaseSuspendedAlready'
  | 'transferWaits';

/** Why an act is refused on a lease as it stands on a day; null: it may be done. */
export function refusalOf(
  act: LeaseAct,
  lease: LeaseFacts,
  today: BusinessDate,
): LeaseRefusal | null {
  const state = leaseStateOn(lease, today);
  // An end is agreed once: what is cut short is neither cut again, nor passed on, nor continued.
  if (lease.endedAs !== null && ['renew', 'transfer', 'terminate'].includes(act))
    return 'leaseEndedAlready';
  if (state === 'coming') return ofComing(act);
  if (state !== 'running' && state !== 'suspended') return ofEnded(act, state);
  return ofRunning(act, lease);
}

/** The acts that are open on a day. */
export function openActs(lease: LeaseFacts, today: BusinessDate): LeaseAct[] {
  return LEASE_ACTS.filter((act) => refusalOf(act, lease, today) === null);
}

// Before its first day a lease may be corrected, and given back before it began.
const ofComing = (act: LeaseAct): LeaseRefusal | null =>
  act === 'amend' || act === 'terminate' ? null : 'leaseNotBegun';

// A vendor who comes late still gets the next term; nothing else is done to what is over.
const ofEnded = (act: LeaseAct, state: LeaseState): LeaseRefusal | null =>
  act === 'renew' && state === 'expired' ? null : 'leaseEndedAlready';

function ofRunning(act: LeaseAct, lease: LeaseFacts): LeaseRefusal | null {
  switch (act) {
    case 'amend':
    case 'terminate':
      return null;
    case 'suspend':
      return lease.isSuspended ? 'leaseSuspendedAlready' : null;
    case 'resume':
      return lease.isSuspended ? null : 'leaseNotSuspended';
    case 'renew':
      if (lease.isRenewed) return 'leaseRenewedAlready';
      return lease.validTo === null ? 'leaseOpenEnded' : null;
    case 'transfer':
      if (lease.isRenewed) return 'leaseRenewedAlready';
      return lease.hasOpenTransfer ? 'transferWaits' : null;
  }
}
