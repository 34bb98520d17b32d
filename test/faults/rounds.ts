import type { Target } from './sites';

/** What happens in a round while money is told. */
export interface Round {
  readonly place: 'onePc' | 'separately';
  /** Who is killed. */
  readonly target: Target;
  /** How many COMMITs lose their answers. */
  readonly cuts: number;
}

export const CUTS_PER_ROUND = 10;

// Of ten rounds so many are played on one PC, where there is no line to cut.
const ON_ONE_PC = 0.3;
const TARGETS: Readonly<Record<Round['place'], readonly [Target, ...Target[]]>> = {
  onePc: ['api', 'postgres', 'session'],
  separately: ['worker', 'api', 'postgres', 'session'],
};

/** First on one PC, then with programs of their own, as many kills as rounds and ten cuts each. */
export function roundsOf(count: number): Round[] {
  const onOnePc = Math.floor(count * ON_ONE_PC);
  const cuts = Array.from({ length: count * CUTS_PER_ROUND }, (_, at) => at);
  return Array.from({ length: count }, (_, at) => {
    const place = at < onOnePc ? 'onePc' : 'separately';
    const [first, ...others] = TARGETS[place];
    const target = [first, ...others][at % (others.length + 1)] ?? first;
    if (place === 'onePc') return { place, target, cuts: 0 };
    return { place, target, cuts: shareOf(cuts, at - onOnePc, count - onOnePc).length };
  });
}

/** The part of some items that falls to one of several rounds; the parts add up. */
export function shareOf<T>(items: readonly T[], round: number, rounds: number): T[] {
  const upTo = (at: number) => Math.ceil((items.length * at) / rounds);
  return items.slice(upTo(round), upTo(round + 1));
}
