import { nextDue } from './rhythm';

const at = (iso: string) => new Date(iso);

describe('scheduled work', () => {
  it('every five minutes is due five minutes later', () => {
    const due = nextDue({ kind: 'every', minutes: 5 }, at('2026-11-23T10:00:00Z'));
    expect(due).toEqual(at('2026-11-23T10:05:00Z'));
  });

  it('of a night is due this night before its hour, the next one after it', () => {
    const nightly = { kind: 'daily', at: '02:30' } as const;
    expect(nextDue(nightly, at('2026-11-23T02:29:00+07:00'))).toEqual(
      at('2026-11-23T02:30:00+07:00'),
    );
    expect(nextDue(nightly, at('2026-11-23T02:30:00+07:00'))).toEqual(
      at('2026-11-24T02:30:00+07:00'),
    );
  });
});
