/** The same numbers for the same seed, so that a run that found something can be run again. */
export function seededChance(seed: string): { between(least: number, most: number): number } {
  let state =
    Array.from(seed).reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7) >>> 0;
  return {
    between: (least, most) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return least + Math.floor((state / 2 ** 32) * (most - least + 1));
    },
  };
}
