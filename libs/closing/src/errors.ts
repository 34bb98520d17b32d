import { errorsOf } from '@cho40/kernel';

export const closingError = errorsOf('closing', {
  boardNotFound: 'not-found',
  monthNotFound: 'not-found',
  slipNotFound: 'not-found',
  monthClosed: 'conflict',
  blocked: 'conflict',
  remarksOpen: 'conflict',
  noteMissing: 'invalid',
});
