import * as fc from 'fast-check';
import { secondsToWait } from './retry-after';
import { hasMorePages, readSePayAccounts, readSePayPull } from './sepay-pull';

const row = {
  id: '07ad3dc9-7b0e-4d0c-9a63-0afffe87053b',
  transaction_date: '2026-10-05 08:00:00',
  account_number: '0123499999',
  va: '',
  transfer_type: 'in',
  amount_in: 450_000,
  amount_out: 0,
  accumulated: 19_077_000,
  transaction_content: 'SKX1 nop tien',
  reference_number: 'FT1',
  bank_brand_name: 'Vietcombank',
};
const page = (rows: readonly object[], more = false) =>
  JSON.stringify({ status: 'success', data: rows, meta: { pagination: { has_more: more } } });

describe('what SePay answers when it is asked', () => {
  it('is the movements of a page', () => {
    const out = { ...row, id: 'b', transfer_type: 'out', amount_in: 0, amount_out: '90000' };
    const reading = readSePayPull(page([row, out]));
    expect(reading).toMatchObject({
      kind: 'movements',
      unread: null,
      movements: [
        { id: row.id, direction: 'in', amount: 450_000, content: 'SKX1 nop tien' },
        { id: 'b', direction: 'out', amount: 90_000, bookedOn: '2026-10-05' },
      ],
    });
  });

  it('says which field cannot be read, and reads the rows beside it', () => {
    const reading = readSePayPull(page([{ ...row, transfer_type: 'both' }, row]));
    expect(reading).toMatchObject({ unread: 'transfer_type', movements: [{ id: row.id }] });
  });

  it('is nothing on an empty page, and no page where it is none', () => {
    expect(readSePayPull(page([]))).toEqual({ kind: 'nothing' });
    expect(readSePayPull('{"status":"error"}')).toEqual({ kind: 'unreadable', field: 'data' });
    expect(hasMorePages(page([row], true))).toBe(true);
    expect(hasMorePages(page([row]))).toBe(false);
    expect(hasMorePages('<html>')).toBeNull();
  });

  it('names its accounts by ids of its own', () => {
    const accounts = page([{ id: 'x1', account_number: '0123 499 999' }, { id: 7 }], true);
    expect(readSePayAccounts(accounts)).toEqual({
      items: [{ id: 'x1', number: '0123499999' }],
      hasMore: true,
    });
    expect(readSePayAccounts('[]')).toBeNull();
  });

  it('never throws, whatever it is', () => {
    const anything = fc.oneof(fc.json(), fc.string());
    fc.assert(
      fc.property(anything, (text) => {
        readSePayPull(text);
        readSePayAccounts(text);
        hasMorePages(text);
      }),
    );
  });
});

it.each([
  ['1', 1],
  ['120', 120],
  ['0', 1],
  ['999999', 3_600],
  ['Mon, 05 Oct 2026 01:00:30 GMT', 30],
  ['soon', 60],
  [null, 60],
])('Retry-After %s means %d seconds', (header, seconds) => {
  expect(secondsToWait(header, new Date('2026-10-05T01:00:00Z'))).toBe(seconds);
});
