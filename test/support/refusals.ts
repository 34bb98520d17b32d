import { CodedError } from '@cho40/kernel';

/** The code with which work was refused; 'no refusal' where it was done. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof CodedError ? error.code : String(error)),
  );
