// How two ways of doing the same are measured: in turns, in one process, the median of the rounds.
const WARM_UP_ROUNDS = 20;
const ROUNDS = 31;

/**
 * Runs both again and again, in turns, and gives how many items each does in a second. `ours` and
 * `other` do the whole work once; `items` is how many items that is.
 */
export function sideBySide({ items, ours, other, rounds = ROUNDS }) {
  const rates = { ours: [], other: [] };
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    const ourRate = items / secondsOf(ours);
    const otherRate = items / secondsOf(other);
    if (round < 0) continue;
    rates.ours.push(ourRate);
    rates.other.push(otherRate);
  }
  return { ours: median(rates.ours), other: median(rates.other) };
}

function secondsOf(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
