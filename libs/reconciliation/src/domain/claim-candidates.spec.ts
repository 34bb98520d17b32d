import type { Id } from '@cho40/kernel';
import { rankCandidates, type PossibleRecord } from './claim-candidates';

const lan = 'lan' as Id;
const claim = { leaseId: lan, ticketId: null, paidAt: new Date('2026-10-12T09:00:00+07:00') };
const record = (name: string, time: string, change: Partial<PossibleRecord> = {}) => ({
  recordId: name as Id,
  bookedAt: new Date(`2026-10-${time}:00+07:00`),
  leaseId: null,
  ticketId: null,
  state: 'unmatched' as const,
  ...change,
});
const ranked = (...records: PossibleRecord[]) =>
  rankCandidates(claim, records).map(({ recordId, fit, tiedWith }) => [recordId, fit, tiedWith]);

describe('the money of somebody who paid and does not see it', () => {
  it('is looked for near the time that is remembered', () => {
    expect(ranked(record('yesterday', '11T09:00'), record('near', '12T09:10'))).toEqual([
      ['near', 'free', 0],
      ['yesterday', 'free', 0],
    ]);
  });

  it('may have come already, and may never be another’s', () => {
    const matched = { state: 'matched' as const };
    expect(
      ranked(
        record('theirs', '12T09:00', { ...matched, leaseId: 'binh' as Id }),
        record('free', '12T11:00'),
        record('ours', '12T15:00', { ...matched, leaseId: lan }),
        record('loan', '12T09:01', { state: 'classified' }),
      ),
    ).toEqual([
      ['ours', 'yours', 0],
      ['free', 'free', 0],
      ['theirs', 'elsewhere', 0],
      ['loan', 'elsewhere', 0],
    ]);
  });

  it('of a ticket is that ticket’s, and no lease’s', () => {
    const matched = { state: 'matched' as const };
    const ofTicket = { leaseId: null, ticketId: 'p1' as Id, paidAt: claim.paidAt };
    const fits = rankCandidates(ofTicket, [
      record('ours', '12T09:00', { ...matched, ticketId: 'p1' as Id }),
      record('another ticket', '12T09:00', { ...matched, ticketId: 'p2' as Id }),
      record('a lease', '12T09:01', { ...matched, leaseId: lan }),
    ]).map(({ fit }) => fit);
    expect(fits).toEqual(['yours', 'elsewhere', 'elsewhere']);
  });

  it('is a tie where two came within the hour, before or after', () => {
    expect(
      ranked(record('before', '12T08:40'), record('after', '12T09:25'), record('late', '12T18:00')),
    ).toEqual([
      ['before', 'free', 1],
      ['after', 'free', 1],
      ['late', 'free', 0],
    ]);
  });
});
