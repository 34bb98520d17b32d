import { asFarAsItGets, type LoadEnd } from './province';

describe('a load of the province', () => {
  /** Each attempt ends as it is told, that many steps further. */
  async function loaded(...attempts: { end: LoadEnd; after: number | null }[]) {
    let done: number | null = 0;
    let begun = 0;
    const isWhole = await asFarAsItGets(
      async () => done,
      async () => {
        const { end, after } = attempts[begun] ?? { end: 'done', after: null };
        begun += 1;
        done = after;
        return end;
      },
    );
    return { isWhole, begun };
  }

  it('goes on by itself after PostgreSQL was killed under it, again and again', async () => {
    const broken = [
      { end: 'broken', after: 80 },
      { end: 'broken', after: 95 },
    ] as const;
    expect(await loaded(...broken)).toEqual({ isWhole: true, begun: 3 });
  });

  it('is left as it is when an attempt gets no further', async () => {
    const stuck = [
      { end: 'broken', after: 80 },
      { end: 'broken', after: 80 },
    ] as const;
    expect(await loaded(...stuck)).toEqual({ isWhole: false, begun: 2 });
  });

  it('is not begun again when it was asked to stop', async () => {
    expect(await loaded({ end: 'stopped', after: 80 })).toEqual({ isWhole: true, begun: 1 });
  });
});
