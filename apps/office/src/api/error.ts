export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal of the api: a code with its facts, from which the sentence on the screen is made. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Facts,
  ) {
    super(`${status} ${code}`);
  }

  /** Whether asking again may help: the network, an overload, a restart. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

interface Problem {
  code?: unknown;
  facts?: unknown;
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null;
const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null;

/** Reads an `application/problem+json` body; any other answer becomes `office.http`. */
export function errorOf(response: Response, body: unknown): ApiError {
  const { code, facts }: Problem = isProblem(body) ? body : {};
  const known = typeof code === 'string' ? code : 'office.http';
  return new ApiError(response.status, known, {
    status: response.status,
    ...(isFacts(facts) ? facts : {}),
  });
}

/** What a page may have caught, as an ApiError: everything unknown is a failed connection. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError(0, 'office.network', {});
}
