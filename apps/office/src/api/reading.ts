import type { QueryClient } from '@tanstack/react-query';
import { answer, api } from './client';
import type { paths } from './schema.gen';

interface Answering<Body> {
  get: { responses: { 200: { content: { 'application/json': Body } } } };
}

type ReadPath = {
  [Path in keyof paths]: paths[Path] extends Answering<unknown> ? Path : never;
}[keyof paths];

/** The body of a GET. */
export type BodyOf<Path extends ReadPath> =
  paths[Path] extends Answering<infer Body> ? Body : never;

/** One row of a paged list. */
export type ItemOf<Path extends ReadPath> =
  BodyOf<Path> extends { items: (infer Item)[] } ? Item : never;

/** What a POST takes. */
export type InputOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Input } } };
}
  ? Input
  : never;

/** Filters come from the page's address, where any text may stand; the server refuses what is none. */
type FromAddress<Query> = {
  [Name in keyof Query]: Query[Name] extends string | undefined ? string | undefined : Query[Name];
};

type Asked<Params> = {
  [Part in keyof Params]: Part extends 'query' ? FromAddress<Params[Part]> : Params[Part];
};

type ParamsOf<Path extends ReadPath> = paths[Path] extends { get: { parameters: infer Params } }
  ? Asked<Pick<Params, keyof Params & ('query' | 'path')>>
  : never;

type Get = (
  path: string,
  init: { params: object; signal: AbortSignal },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What `useQuery` takes; the key begins with the path, which a write names to have it read again. */
export interface Reading<Body> {
  queryKey: readonly [path: string, params: object];
  queryFn: (context: { signal: AbortSignal }) => Promise<Body>;
}

/** A GET as a query: `useQuery(reading('/api/v1/markets/{id}', { path: { id } }))`. */
export function reading<Path extends ReadPath>(
  path: Path,
  params: ParamsOf<Path>,
): Reading<BodyOf<Path>> {
  // openapi-fetch infers per literal path; here the path is a parameter and `ParamsOf` guards it.
  const get = api.GET as Get;
  return {
    queryKey: [path, params],
    queryFn: async ({ signal }) => (await answer(get(path, { params, signal }))) as BodyOf<Path>,
  };
}

/** Has what is shown read again after a write, path by path. */
export async function readAgain(
  queries: QueryClient,
  isStale: (path: string) => boolean,
): Promise<void> {
  const predicate = ({ queryKey: [path] }: { queryKey: readonly unknown[] }) =>
    typeof path === 'string' && isStale(path);
  // A first reading that is still under way would be waited for, and it may have been answered from
  // before the write: nothing would ask again.
  await queries.cancelQueries({ predicate });
  await queries.invalidateQueries({ predicate });
}
