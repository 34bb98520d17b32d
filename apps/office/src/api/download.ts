import { answer, api } from './client';
import type { Reading } from './reading';

export type FileFormat = 'xlsx' | 'csv';

export interface NamedFile {
  name: string;
  bytes: Blob;
}

type GetFile = (
  path: string,
  init: { params: object; parseAs: 'blob' },
) => Promise<{ data?: Blob; error?: unknown; response: Response }>;

/** A GET that answers a file, or an ApiError thrown. */
export async function fileAt(path: string, params: object): Promise<NamedFile> {
  // openapi-fetch knows the JSON of a path; that it may be a file is said by the query.
  const asked = (api.GET as GetFile)(path, { params, parseAs: 'blob' });
  const [bytes, { response }] = await Promise.all([answer(asked), asked]);
  return { name: nameIn(response), bytes };
}

/** All pages of a list in one file, with the filters that the list was read with. */
export function fileOfList({ queryKey: [path, params] }: Reading<unknown>, format: FileFormat) {
  const query = 'query' in params ? params.query : undefined;
  return fileAt(path, { ...params, query: { ...Object(query), cursor: undefined, format } });
}

function nameIn({ headers }: Response): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : 'cho40';
}

/** Hands a file to the browser, which saves it where it saves downloads. */
export function saveFile({ name, bytes }: NamedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
