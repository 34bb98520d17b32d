import { businessDate, vnd } from '@cho40/kernel';
import { afterTry, occasionOn, reminderText, templateProblem, USUAL_TEMPLATE } from './reminder';

describe('a reminder’s text', () => {
  it('says who owes what until when, and the code to pay with', () => {
    expect(
      reminderText(USUAL_TEMPLATE, {
        payerName: 'Sùng Thị Máy',
        stallCode: 'A-012',
        marketName: 'Chợ Đồng Văn',
        due: vnd(450_000),
        dueOn: businessDate('2026-10-10'),
        code: 'SKX1483027569',
      }),
    ).toBe(
      'Chợ Đồng Văn: Sùng Thị Máy (A-012) con phai nop 450.000 đ, han 10/10/2026. Chuyen khoan ' +
        'ghi noi dung SKX1483027569. Da nop thi bo qua tin nay.',
    );
  });

  it.each([
    ['{tien} {han} {ma}', null],
    [USUAL_TEMPLATE, null],
    ['{tien} {han} {ma} {sdt}', { unknown: '{sdt}' }],
    ['{tien} {han}', { missing: '{ma}' }],
    ['Xin chào', { missing: '{tien}' }],
  ])('from the template %s has the problem %j', (template, problem) => {
    expect(templateProblem(template)).toEqual(problem);
  });
});

describe('the occasion of a text', () => {
  const rule = { isOn: true, daysBefore: 3, daysAfter: 5 };
  it.each([
    ['2026-10-06', null],
    ['2026-10-07', 'before/2026-10-10'],
    ['2026-10-10', 'before/2026-10-10'],
    ['2026-10-11', null],
    ['2026-10-15', 'after/2026-10-10'],
    ['2026-11-14', 'after/2026-10-10'],
    ['2026-11-15', null],
  ])('on %s is %s', (today, occasion) => {
    expect(occasionOn(businessDate(today), businessDate('2026-10-10'), rule)).toBe(occasion);
  });

  it('is none where a market does not remind, or not before, or not after', () => {
    const [early, late] = [businessDate('2026-10-08'), businessDate('2026-10-16')];
    const dueOn = businessDate('2026-10-10');
    expect(occasionOn(early, dueOn, { ...rule, isOn: false })).toBeNull();
    expect(occasionOn(early, dueOn, { ...rule, daysBefore: null })).toBeNull();
    expect(occasionOn(late, dueOn, { ...rule, daysAfter: null })).toBeNull();
  });
});

it.each([
  ['accepted', 1, { kind: 'ended', state: 'sent' }],
  ['refused', 1, { kind: 'ended', state: 'refused' }],
  ['unknown', 1, { kind: 'ended', state: 'unknown' }],
  ['later', 1, { kind: 'again', afterS: 60 }],
  ['later', 5, { kind: 'again', afterS: 960 }],
  ['later', 7, { kind: 'again', afterS: 1_800 }],
  ['later', 8, { kind: 'ended', state: 'dropped' }],
] as const)('a text %s at try %i is %j', (outcome, tries, after) => {
  expect(afterTry(outcome, tries)).toEqual(after);
});
