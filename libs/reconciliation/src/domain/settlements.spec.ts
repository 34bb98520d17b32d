import { vnd, type Id } from '@cho40/kernel';
import fc from 'fast-check';
import { enterLines, type BatchLine, type OriginalLine } from './enter-lines';
import { provable, type Fit } from './provable';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
const line = (number: number, told: Partial<BatchLine> = {}): BatchLine => ({
  lineId: id(number),
  kind: 'payment',
  amount: vnd(100_000),
  original: null,
  wasUndone: false,
  toldAs: null,
  isRefundedElsewhere: false,
  ...told,
});
const original = (number: number, told: Partial<OriginalLine> = {}): OriginalLine => ({
  lineId: id(number),
  state: 'matched',
  paymentId: id(900 + number),
  bookedOn: null,
  isHere: false,
  ...told,
});
const refund = (number: number, of: OriginalLine | null) =>
  line(number, { kind: 'refund', original: of });

describe('batches and credits', () => {
  it.each<[string, Fit[], number]>([
    ['one batch and one credit prove each other', [{ batchId: id(1), recordId: id(7) }], 1],
    [
      'two credits of a batch’s sum are a tie',
      [
        { batchId: id(1), recordId: id(7) },
        { batchId: id(1), recordId: id(8) },
      ],
      0,
    ],
    [
      'two batches of a credit’s sum are a tie',
      [
        { batchId: id(1), recordId: id(7) },
        { batchId: id(2), recordId: id(7) },
      ],
      0,
    ],
  ])('%s', (_what, fits, proven) => {
    expect(provable(fits)).toHaveLength(proven);
  });

  it('never share a record or a batch, whatever fits', () => {
    const fit = fc.record({ batchId: fc.nat(5).map(id), recordId: fc.nat(5).map(id) });
    const fits = fc.uniqueArray(fit, { selector: ({ batchId, recordId }) => batchId + recordId });
    fc.assert(
      fc.property(fits, (all) => {
        const pairs = provable(all);
        expect(new Set(pairs.map(({ batchId }) => batchId)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ recordId }) => recordId)).size).toBe(pairs.length);
      }),
    );
  });
});

describe('the lines of a proven batch', () => {
  it.each([
    ['whose payment a person took back', { wasUndone: true }, 'undone'],
    ['that a feed showed by itself', { toldAs: id(5) }, 'alreadyTold'],
    [
      'that was given back elsewhere',
      { isRefundedElsewhere: true, wasUndone: true },
      'refundKnown',
    ],
  ] as const)('%s wait for a person', (_what, told, reason) => {
    expect(enterLines([line(1, told)])).toMatchObject({ decided: [], waiting: [{ reason }] });
  });

  it('that a refund of the batch takes back are nobody’s payment', () => {
    const entered = enterLines([line(1), line(2), refund(3, original(1, { isHere: true }))]);
    expect(entered.decided.map(({ lineId }) => lineId)).toEqual([id(2)]);
    expect(entered.refunded).toHaveLength(1);
  });

  it('take back a payment of an earlier batch once; another refund is money that left', () => {
    const paid = original(1);
    const entered = enterLines([refund(3, paid), refund(4, paid), refund(5, null)]);
    expect(entered.refunded.map(({ refund: one }) => one.lineId)).toEqual([id(3)]);
    expect(entered.unnamed.map(({ lineId }) => lineId)).toEqual([id(4), id(5)]);
  });

  it.each(['refunded', 'waiting', null] as const)('name nothing that stands as %s', (state) => {
    expect(enterLines([refund(3, original(1, { state }))]).unnamed).toHaveLength(1);
  });

  it('each have one outcome', () => {
    const anyLine = fc.record({
      isRefund: fc.boolean(),
      names: fc.option(fc.nat(9)),
      wasUndone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 10 }), (all) => {
        const lines = all.map(({ isRefund, names, wasUndone }, at) => {
          const isHere = names !== null && names < all.length && !all[names]?.isRefund;
          const of = names === null ? null : original(names, { isHere, state: null });
          return isRefund ? refund(at, of) : line(at, { wasUndone });
        });
        const { decided, waiting, refunded, unnamed } = enterLines(lines);
        const outcomes = [
          ...decided.map(({ lineId }) => lineId),
          ...waiting.map(({ line: one }) => one.lineId),
          ...refunded.flatMap(({ refund: one, original: of }) => [one.lineId, of.lineId]),
          ...unnamed.map(({ lineId }) => lineId),
        ];
        expect(outcomes.toSorted()).toEqual(lines.map(({ lineId }) => lineId).toSorted());
      }),
    );
  });
});
