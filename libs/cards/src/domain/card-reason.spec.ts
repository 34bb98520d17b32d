import { needsCard, reasonToPrint, type LastCard } from './card-reason';

const last = (state: LastCard['state'], rest: Partial<LastCard> = {}): LastCard => ({
  state,
  why: null,
  revokedReason: null,
  ...rest,
});

describe('why a card is printed', () => {
  it.each([
    ['nothing, for the first one', null, undefined, null],
    ['nothing, for the first one, whatever was said', null, 'lost', null],
    ['what was said, of a good one', last('valid'), 'lost', 'lost'],
    ['missing, of a good one', last('valid'), undefined, 'missing'],
    ['why the last was revoked', last('revoked', { revokedReason: 'forged' }), undefined, 'forged'],
    ['the account', last('outdated', { why: 'account-changed' }), undefined, 'account-changed'],
    ['the stall', last('outdated', { why: 'stall-renamed' }), undefined, 'stall-changed'],
    ['what was said, of an old one', last('outdated', { why: 'stall-ended' }), 'other', 'other'],
  ] as const)('is %s', (_, before, said, reason) => {
    expect(reasonToPrint(before, said)).toBe(reason);
  });

  it('is needed at a stall unless its card is good', () => {
    expect([null, last('outdated'), last('revoked'), last('valid')].map(needsCard)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
