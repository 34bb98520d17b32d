import type { Clock } from '@cho40/kernel';

/** Injection token of the clock: `@Inject(CLOCK) private readonly clock: Clock`. */
export const CLOCK = Symbol('clock');

/** The one place where the real time is read. */
export const systemClock: Clock = { now: () => new Date() };
