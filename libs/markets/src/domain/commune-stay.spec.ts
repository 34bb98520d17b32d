import { businessDate } from '@cho40/kernel';
import { communeChange, type CommuneStay } from './commune-stay';

const day = businessDate;
const tranPhu = { id: 'C00691', validFrom: null, validTo: day('2025-06-30') };
const haGiang2 = { id: 'C00691@2025-07', validFrom: day('2025-07-01'), validTo: null };
const haGiang1 = { id: 'C00694@2025-07', validFrom: day('2025-07-01'), validTo: null };
const stayIn = (unit: typeof tranPhu | typeof haGiang2): CommuneStay => ({
  communeId: unit.id,
  validFrom: unit.validFrom,
  validTo: unit.validTo,
});

describe('the commune of a market over time', () => {
  it('ends with the commune when the commune was abolished', () => {
    expect(communeChange([], tranPhu, null)).toEqual({
      kind: 'accepted',
      ending: null,
      isCorrection: false,
      stay: stayIn(tranPhu),
    });
  });

  it('stands beside an earlier one without touching it', () => {
    expect(communeChange([stayIn(tranPhu)], haGiang2, day('2025-07-01'))).toMatchObject({
      kind: 'accepted',
      ending: null,
      isCorrection: false,
    });
  });

  it('ends the stay before when the market moves', () => {
    expect(communeChange([stayIn(haGiang2)], haGiang1, day('2026-03-01'))).toEqual({
      kind: 'accepted',
      ending: { communeId: haGiang2.id, validTo: '2026-02-28' },
      isCorrection: false,
      stay: { communeId: haGiang1.id, validFrom: '2026-03-01', validTo: null },
    });
  });

  it('corrects a stay that begins on the same day', () => {
    expect(communeChange([stayIn(haGiang2)], haGiang1, day('2025-07-01'))).toMatchObject({
      kind: 'accepted',
      ending: null,
      isCorrection: true,
    });
  });

  it('is refused for a day on which the unit did not exist', () => {
    const refused = { kind: 'refused', why: 'communeNotThen' };
    expect(communeChange([], haGiang2, day('2025-06-30'))).toEqual(refused);
    expect(communeChange([], tranPhu, day('2025-07-01'))).toEqual(refused);
  });

  it('is refused where a later stay is already known', () => {
    const later = { communeId: haGiang1.id, validFrom: day('2026-03-01'), validTo: null };
    expect(communeChange([later], haGiang2, day('2025-07-01'))).toEqual({
      kind: 'refused',
      why: 'communeLaterKnown',
    });
  });
});
