import { GroupCommit, type Refusal } from './group-commit';

/** A commit that is held back until the test lets it go on. */
function gate() {
  const groups: number[][] = [];
  const opened: (() => void)[] = [];
  const group = new GroupCommit<number>(async (items) => {
    groups.push([...items]);
    await new Promise<void>((open) => opened.push(open));
    if (items.includes(13)) throw new Error('thirteen');
    return items.map((item): Refusal => (item < 0 ? new Error(`below zero: ${item}`) : null));
  });
  const open = async () => {
    while (opened.length > 0) {
      opened.shift()?.();
      await new Promise((turn) => setImmediate(turn));
    }
  };
  return { group, groups, open };
}

/** What became of each, in order. */
const outcomes = async (all: readonly Promise<void>[]) =>
  (await Promise.allSettled(all)).map((one) =>
    one.status === 'fulfilled' ? 'taken' : String(one.reason),
  );

describe('deliveries that arrive together', () => {
  it('share the commit after the one under way; the first waits for nobody', async () => {
    const { group, groups, open } = gate();
    const told = outcomes([1, 2, 3, 4, 5].map((item) => group.take(item)));
    await open();
    expect(await told).toEqual(Array.from({ length: 5 }, () => 'taken'));
    expect(groups).toEqual([[1], [2], [3, 4, 5]]);
  });

  it('are none of them answered before their commit', async () => {
    const { group, open } = gate();
    let isAnswered = false;
    const one = group.take(1).then(() => {
      isAnswered = true;
    });
    await new Promise((turn) => setImmediate(turn));
    expect(isAnswered).toBe(false);
    await open();
    await one;
  });

  it('are refused one by one', async () => {
    const { group, open } = gate();
    const told = outcomes([1, 2, -3, 4].map((item) => group.take(item)));
    await open();
    expect(await told).toEqual(['taken', 'taken', 'Error: below zero: -3', 'taken']);
  });

  it('do not fail because one of them fails', async () => {
    const { group, groups, open } = gate();
    const told = outcomes([1, 2, 3, 13, 5].map((item) => group.take(item)));
    await open();
    expect(await told).toEqual(['taken', 'taken', 'taken', 'Error: thirteen', 'taken']);
    expect(groups).toEqual([[1], [2], [3, 13, 5], [3], [13], [5]]);
  });
});
