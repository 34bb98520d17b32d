/** Where "now" comes from. The real one is platform's; tests and the seed move their own. */
export interface Clock {
  now(): Date;
}
