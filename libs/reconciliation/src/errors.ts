import { errorsOf } from '@cho40/kernel';

export const reconciliationError = errorsOf('reconciliation', {
  recordNotFound: 'not-found',
  recordNotMatched: 'conflict',
  recordNotOpen: 'conflict',
  recordNotClassified: 'conflict',
  classOfOtherDirection: 'conflict',
  depositByHand: 'conflict',
  recordMoved: 'conflict',
  leaseNotFound: 'not-found',
  billNotOfLease: 'conflict',
  billNotFound: 'not-found',
});
