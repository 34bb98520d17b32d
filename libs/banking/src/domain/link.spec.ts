import { businessDate } from '@cho40/kernel';
import { linkRows, type Linkable } from './link';

const item = (id: string, content: string, day = '2026-10-05', amount = 45_000): Linkable => ({
  id,
  accountId: 'a',
  direction: 'in',
  amount,
  bookedOn: businessDate(day),
  content,
});
const pairs = (rows: Linkable[], records: Linkable[]) =>
  Object.fromEntries(linkRows(rows, records).linked);
const questions = (rows: Linkable[], records: Linkable[]) =>
  Object.fromEntries(linkRows(rows, records).asked);

describe('linking a row to a record seen before', () => {
  it('takes the record with the same text, amount and day', () => {
    const records = [item('r1', 'SKX1000000001'), item('r2', 'SKX1000000002')];
    expect(pairs([item('s', 'SKX1000000002')], records)).toEqual({ s: 'r2' });
  });

  it('never links another amount', () => {
    const records = [item('r1', 'SKX1000000001', '2026-10-05', 45_001)];
    expect(pairs([item('s', 'SKX1000000001')], records)).toEqual({});
  });

  it('keeps two genuine equal payments two', () => {
    const records = [item('r1', 'TIENCHO'), item('r2', 'TIENCHO')];
    expect(pairs([item('s1', 'TIENCHO'), item('s2', 'TIENCHO')], records)).toEqual({
      s1: 'r1',
      s2: 'r2',
    });
    expect(pairs([item('s1', 'TIENCHO'), item('s2', 'TIENCHO')], records.slice(0, 1))).toEqual({
      s1: 'r1',
    });
  });

  it('sees through a prefix and a cut text', () => {
    const records = [item('r1', 'MBVCB3278907687SKX1483027569NGUYENVANA')];
    expect(pairs([item('s', 'SKX1483027569NGUYEN')], records)).toEqual({ s: 'r1' });
  });

  it('reaches one day, not two, and prefers the same day', () => {
    expect(pairs([item('s', 'TIENCHO', '2026-10-06')], [item('r', 'TIENCHO')])).toEqual({ s: 'r' });
    expect(pairs([item('s', 'TIENCHO', '2026-10-07')], [item('r', 'TIENCHO')])).toEqual({});
    const records = [item('r1', 'TIENCHO', '2026-10-04'), item('r2', 'TIENCHO', '2026-10-05')];
    expect(pairs([item('s', 'TIENCHO', '2026-10-05')], records)).toEqual({ s: 'r2' });
  });

  it('asks when one row fits two different records', () => {
    const records = [item('r1', 'AAASKX1483027569'), item('r2', 'BBBSKX1483027569')];
    expect(pairs([item('s', 'SKX1483027569')], records)).toEqual({});
    expect(questions([item('s', 'SKX1483027569')], records)).toEqual({ s: ['r1', 'r2'] });
  });

  it('asks when two different rows compete for one record', () => {
    const rows = [item('s1', 'AAASKX1483027569'), item('s2', 'BBBSKX1483027569')];
    expect(questions(rows, [item('r', 'SKX1483027569')])).toEqual({ s1: ['r'], s2: ['r'] });
  });

  it('does not ask when every record is used up whichever way it is turned', () => {
    const rows = [item('s1', 'SKX1483027569'), item('s2', 'SKX1483027569')];
    const records = [item('r1', 'AAASKX1483027569'), item('r2', 'BBBSKX1483027569')];
    expect(pairs(rows, records)).toEqual({ s1: 'r1', s2: 'r2' });
  });

  it('prefers the equal text to one that merely contains it', () => {
    const records = [item('r1', 'AAASKX1483027569'), item('r2', 'SKX1483027569')];
    expect(pairs([item('s', 'SKX1483027569')], records)).toEqual({ s: 'r2' });
  });

  const COUNT = 2_000;
  const number = (at: number) => 1_483_000_000 + at;

  it.each([
    ['equal', () => 'TIENCHO', () => 'TIENCHO', COUNT],
    ['cut alike', () => 'TIENCHO', () => 'XTIENCHO', COUNT],
    [
      'cut each',
      (at: number) => `SKX${number(at)}`,
      (at: number) => `MBVCB1SKX${number(at)}A`,
      COUNT,
    ],
    ['of others', (at: number) => `SKX1${number(at)}`, (at: number) => `SKX2${number(at)}`, 0],
  ])('compares no row with every record where %s texts share the day', (_, row, record, links) => {
    let looks = 0;
    const watched = (id: string, content: string): Linkable => ({
      ...item(id, content),
      get content() {
        looks += 1;
        return content;
      },
    });
    const all = Array.from({ length: COUNT }, (__, at) => at);
    const { linked } = linkRows(
      all.map((at) => watched(`s${at}`, row(at))),
      all.map((at) => watched(`r${at}`, record(at))),
    );
    expect(linked.size).toBe(links);
    expect(looks).toBeLessThan(COUNT * 40);
  });

  it('offers thousands of records that fit as well as each other to thousands of rows', () => {
    const all = Array.from({ length: COUNT }, (_, at) => at);
    const { linked, asked } = linkRows(
      all.slice(1).map((at) => item(`s${at}`, 'TIENCHO')),
      all.map((at) => item(`r${at}`, `MBVCB${number(at)}TIENCHO`)),
    );
    expect(linked.size).toBe(0);
    expect(new Set(asked.values()).size).toBe(1);
    expect(asked.get('s1')).toHaveLength(COUNT);
  });
});
