import type { Id } from '@cho40/kernel';

/** A bank record of the claimed sum, booked around the time the payer remembers. */
export interface PossibleRecord {
  readonly recordId: Id;
  readonly bookedAt: Date;
  /** The lease its money was given to. */
  readonly leaseId: Id | null;
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
  claim: { readonly leaseId: Id; readonly paidAt: Date },
  records: readonly PossibleRecord[],
): RankedRecord[] {
  const fitting = records.map(({ recordId, bookedAt, leaseId, state }) => ({
    recordId,
    fit: fitOf(claim.leaseId, { leaseId, state }),
    minutesApart: Math.round(Math.abs(bookedAt.getTime() - claim.paidAt.getTime()) / 60_000),
  }));
  const ranked = fitting.sort(
    (one, other) =>
      FITS.indexOf(one.fit) - FITS.indexOf(other.fit) || one.minutesApart - other.minutesApart,
  );
  return ranked.map((one) => ({ ...one, tiedWith: tiesOf(one, ranked) }));
}

function fitOf(leaseId: Id, record: Pick<PossibleRecord, 'leaseId' | 'state'>): Fit {
  if (record.state === 'unmatched') return 'free';
  return record.leaseId === leaseId ? 'yours' : 'elsewhere';
}

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
