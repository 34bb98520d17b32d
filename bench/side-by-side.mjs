// How two ways of doing the same are measured: in turns, in one process, the median of the rounds,
// by the processor's time, which others on the machine disturb less than the wall clock.
const USUAL = { warmUp: 20, rounds: 31 };

/**
 * Runs both again and again, in turns, and gives how many items each does in a second of one core. `ours` and
 * `other` do the whole work once; `items` is how many items that is.
 */
export function sideBySide({ items, ours, other, warmUp = USUAL.warmUp, rounds = USUAL.rounds }) {
  const rates = { ours: [], other: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const ourRate = items / secondsOf(ours);
    const otherRate = items / secondsOf(other);
    if (round < 0) continue;
    rates.ours.push(ourRate);
    rates.other.push(otherRate);
  }
  return { ours: median(rates.ours), other: median(rates.other) };
}

function secondsOf(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
