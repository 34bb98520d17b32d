import { addDays, businessDate, type Id } from '@cho40/kernel';
import { isSameTicket, ticketDayProblem, ticketNumber, type TicketContent } from './ticket';

const today = businessDate('2026-11-23');
const seat: TicketContent = {
  marketId: 'a-market' as Id,
  on: today,
  feeType: 'space',
  unit: 'session',
  areaM2: null,
  isRoofed: null,
  goodsGroup: null,
  carrier: null,
  count: 1,
  way: 'cash',
};

describe('a ticket told again', () => {
  it('is the same ticket', () => {
    expect(isSameTicket({ ...seat }, seat)).toBe(true);
  });

  it.each<[string, Partial<TicketContent>]>([
    ['another day', { on: addDays(today, 1) }],
    ['another price', { unit: 'visit' }],
    ['more stubs', { count: 2 }],
    ['a QR for cash', { way: 'bank' }],
    ['other goods', { goodsGroup: 'own-produce' }],
  ])('is another one with %s', (_what, change) => {
    expect(isSameTicket({ ...seat, ...change }, seat)).toBe(false);
  });
});

describe('the day of a ticket', () => {
  it.each<[string, number, string | null, number[] | null, string | null]>([
    ['today, a market day', 0, null, [0], null],
    ['a market day ahead, paid before', 12, null, [0, 12], null],
    ['a market day that went by', -6, null, [-6, 0], null],
    ['a day between two market days', 1, null, [0, 6], 'ticketOffMarketDay'],
    ['such a day with its reason', 1, 'Chợ Tết họp thêm', [0, 6], null],
    ['a market whose days nobody entered', 0, null, null, 'ticketOffMarketDay'],
    ['a season ago', -93, 'Thu bù', [], 'ticketDayTooFar'],
    ['more than half a year ahead', 184, 'Đặt chỗ', [], 'ticketDayTooFar'],
  ])('%s', (_what, away, offDayReason, meets, problem) => {
    const on = addDays(today, away);
    const marketDays = meets?.map((days) => addDays(today, days)) ?? null;
    expect(ticketDayProblem({ on, offDayReason }, today, marketDays)).toBe(problem);
  });
});

it('a ticket’s number runs in its board’s year', () => {
  expect(ticketNumber(2026, 123)).toBe('PN-2026-000123');
});
