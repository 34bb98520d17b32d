import { errorsOf } from '@cho40/kernel';

export const cashError = errorsOf('cash', {
  amountOutOfBounds: 'invalid',
  takenInFuture: 'invalid',
  takenTooLongAgo: 'invalid',
  leaseNotFound: 'not-found',
  receiptNotFound: 'not-found',
  receiptDiffers: 'conflict',
  paymentNotFound: 'not-found',
  paymentNotOfBank: 'conflict',
  paymentUndone: 'conflict',
  paymentReceiptNotFound: 'not-found',
  deviceCloned: 'conflict',
  paperSheetTaken: 'conflict',
  ceilingReached: 'conflict',
  incidentNotFound: 'not-found',
  incidentAnswered: 'conflict',
  boardNotFound: 'not-found',
  shiftNotFound: 'not-found',
  countedByCollector: 'forbidden',
  moreThanInHand: 'conflict',
  handInDiffers: 'conflict',
});
