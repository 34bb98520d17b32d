/** The call itself is wrong (an unknown option, a missing one): exit 2. */
export class UsageError extends Error {}

/** The call is right, what it was given is not (a file that is missing, a line too long): exit 1. */
export class Refused extends Error {}
