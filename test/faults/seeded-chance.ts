/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** The same numbers for the same seed, so that a run that found something can be run again. */
export function seededChance(seed: string): Chance {
  let state =
    Array.from(seed).reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7) >>> 0;
  const between = (least: number, most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
  const shuffled = <T>(items: readonly T[]) => {
    const order = items.map((item) => ({ item, place: between(0, 2 ** 31) }));
    return order.sort((one, other) => one.place - other.place).map(({ item }) => item);
  };
  return { between, shuffled };
}
