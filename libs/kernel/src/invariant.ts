/** A bug: the program's own promise is broken. Not for bad input, which gets a CodedError. */
export class InvariantError extends Error {
  constructor(
    message: string,
    readonly facts: Record<string, unknown>,
  ) {
    super(`${message} ${JSON.stringify(facts)}`);
    this.name = 'InvariantError';
  }
}

export function invariant(
  holds: boolean,
  message: string,
  facts: Record<string, unknown> = {},
): asserts holds {
  if (!holds) throw new InvariantError(message, facts);
}
