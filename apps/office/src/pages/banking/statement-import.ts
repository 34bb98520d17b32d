import type { paths } from '../../api/schema.gen';

/** What importing a file does, or would do. */
export type StatementImport =
  paths['/api/v1/statements/preview']['post']['responses'][200]['content']['application/json'];

export function statementForm(file: File, accountId?: string): FormData {
  const form = new FormData();
  // Fields before the file: the server has read them when the file comes.
  if (accountId) form.set('accountId', accountId);
  form.set('file', file);
  return form;
}
