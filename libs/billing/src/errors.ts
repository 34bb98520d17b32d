import { errorsOf } from '@cho40/kernel';

export const billingError = errorsOf('billing', {
  marketNotFound: 'not-found',
  prefixNotAllowed: 'invalid',
  prefixTaken: 'conflict',
  prefixEndsAnother: 'conflict',
  marketHasPrefix: 'conflict',
  noPrefix: 'conflict',
  noReceivingAccount: 'conflict',
  noTariff: 'conflict',
  monthBeforeOpening: 'conflict',
  monthTooFar: 'conflict',
  billNotFound: 'not-found',
  billPaid: 'conflict',
  leaseNotFound: 'not-found',
  sourceHasPayment: 'conflict',
  sourceDiffers: 'conflict',
  paymentNotFound: 'not-found',
  zoneNotFound: 'not-found',
  printNotFound: 'not-found',
  debtPaperNotFound: 'not-found',
});
