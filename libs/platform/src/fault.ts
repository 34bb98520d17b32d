import { CodedError } from '@cho40/kernel';

/**
 * What a log line or a job row may say of a failure: its code or kind and the place in our code.
 * The message is left out, since it may quote a name or an account.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  if (error instanceof CodedError) return error.code;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? ` ${error.constraint}` : '';
  return `${error.name}${code}${constraint}${placeOf(error)}`;
}

function placeOf(error: Error): string {
  const ours = /((?:libs|apps|migrations)\/[\w./-]+:\d+)/.exec(error.stack ?? '');
  return ours?.[1] ? ` at ${ours[1]}` : '';
}
