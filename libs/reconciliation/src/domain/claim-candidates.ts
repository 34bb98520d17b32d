import type { Id } from '@cho40/kernel';

/** Whose money it is: a lease's, or that of one ticket; of nobody both are null. */
export interface Owner {
  readonly leaseId: Id | null;
  readonly ticketId: Id | null;
}

/** A bank record of the claimed sum, booked around the time the payer remembers. */
export interface PossibleRecord extends Owner {
  readonly recordId: Id;
  readonly bookedAt: Date;
  readonly state: 'unmatched' | 'matched' | 'classified';
}

/** free: nobody's yet; yours: the payer's already; elsewhere: somebody else's, or no fee at all. */
export type Fit = 'free' | 'yours' | 'elsewhere';

export interface RankedRecord {
  readonly recordId: Id;
  readonly fit: Fit;
  readonly minutesApart: number;
  /** How many other records say as much for themselves: then nobody is the first choice. */
  readonly tiedWith: number;
}

// People remember the hour, banks book within it: nearer than that says nothing.
const SAME_TIME_MINUTES = 60;
const FITS: readonly Fit[] = ['yours', 'free', 'elsewhere'];

/**
 * Ranks what may be a claim's money: what the payer's lease has already, then what is nobody's, each
 * by its distance in time. Money of others stands last and is never proposed.
 */
export function rankCandidates(
  claim: Owner & { readonly paidAt: Date },
  records: readonly PossibleRecord[],
): RankedRecord[] {
  const fitting = records.map(({ recordId, bookedAt, ...given }) => ({
    recordId,
    fit: fitOf(claim, given),
    minutesApart: Math.round(Math.abs(bookedAt.getTime() - claim.paidAt.getTime()) / 60_000),
  }));
  const ranked = fitting.sort(
    (one, other) =>
      FITS.indexOf(one.fit) - FITS.indexOf(other.fit) || one.minutesApart - other.minutesApart,
  );
  return ranked.map((one) => ({ ...one, tiedWith: tiesOf(one, ranked) }));
}

function fitOf(claimant: Owner, { state, ...given }: Owner & Pick<PossibleRecord, 'state'>): Fit {
  if (state === 'unmatched') return 'free';
  return isOf(claimant, given) ? 'yours' : 'elsewhere';
}

/** Whether money was given to whoever claims it. */
export const isOf = (claimant: Owner, given: Owner): boolean =>
  claimant.leaseId === null
    ? given.ticketId === claimant.ticketId
    : given.leaseId === claimant.leaseId;

function tiesOf(
  one: Omit<RankedRecord, 'tiedWith'>,
  all: readonly Omit<RankedRecord, 'tiedWith'>[],
) {
  const isTied = (other: Omit<RankedRecord, 'tiedWith'>) =>
    other.recordId !== one.recordId &&
    other.fit === one.fit &&
    Math.abs(other.minutesApart - one.minutesApart) < SAME_TIME_MINUTES;
  return one.fit === 'free' ? all.filter(isTied).length : 0;
}
