import { addDays, businessDate, month, vnd } from '@cho40/kernel';
import { debtPaperNumber, nextNotice, type DebtLine, type MadeNotice } from './debt-papers';

const today = businessDate('2026-11-23');
const aLine = (code: string): DebtLine => ({
  code,
  period: month('2026-10'),
  dueOn: businessDate('2026-10-10'),
  open: vnd(450_000),
});
const aNotice = (rest: Partial<MadeNotice> = {}): MadeNotice => ({
  level: 1,
  payBy: addDays(today, -1),
  lines: [{ code: 'A' }],
  ...rest,
});
const payBy = addDays(today, 7);

describe('the next debt notice', () => {
  it.each([
    ['the first for a new debt', [aLine('A')], null, { kind: 'notice', level: 1, payBy }],
    [
      'the second when its week is over',
      [aLine('A')],
      aNotice(),
      { kind: 'notice', level: 2, payBy },
    ],
    ['the third', [aLine('A')], aNotice({ level: 2 }), { kind: 'notice', level: 3, payBy }],
    ['the third again', [aLine('A')], aNotice({ level: 3 }), { kind: 'notice', level: 3, payBy }],
    [
      'the first again when what it named is paid',
      [aLine('B')],
      aNotice({ level: 3 }),
      { kind: 'notice', level: 1, payBy },
    ],
    [
      'one higher when only a part of what it named is paid',
      [aLine('B'), aLine('A')],
      aNotice({ lines: [{ code: 'A' }, { code: 'C' }] }),
      { kind: 'notice', level: 2, payBy },
    ],
    [
      'none within the week that was given',
      [aLine('A')],
      aNotice({ payBy: today }),
      { kind: 'too-soon', payBy: today },
    ],
    ['none without a debt', [], aNotice(), { kind: 'no-debt' }],
  ] as const)('is %s', (_, overdue, last, next) => {
    expect(nextNotice(overdue, last, today)).toEqual(next);
  });

  it('has the number of its kind and year', () => {
    expect(debtPaperNumber('notice', 2026, 7)).toBe('07/2026/TB-CN');
    expect(debtPaperNumber('confirmation', 2026, 112)).toBe('112/2026/BB-ĐCCN');
  });
});
