import { businessDate, vnd } from '@cho40/kernel';
import { billStateOf } from './bill-state';

const bill = { total: vnd(100), paid: vnd(40), dueOn: businessDate('2026-10-10') };
const stateOn = (today: string, paid = bill.paid) =>
  billStateOf({ ...bill, paid }, 10, businessDate(today));

describe('a bill', () => {
  it('is open until the grace after its due day is over', () => {
    expect([stateOn('2026-10-10'), stateOn('2026-10-20'), stateOn('2026-10-21')]).toEqual([
      'open',
      'open',
      'overdue',
    ]);
  });

  it('is paid when its whole total is, however late', () => {
    expect(stateOn('2026-12-01', vnd(99))).toBe('overdue');
    expect(stateOn('2026-12-01', vnd(100))).toBe('paid');
  });
});
