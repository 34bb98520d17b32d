import { errorsOf } from '@cho40/kernel';

export const tenancyError = errorsOf('tenancy', {
  vendorMissing: 'not-found',
  stallMissing: 'not-found',
  leaseMissing: 'not-found',
  phoneInvalid: 'invalid',
  leaseOverlaps: 'conflict',
  leaseNumberTaken: 'conflict',
  leaseDaysReversed: 'invalid',
  leaseEndedAlready: 'conflict',
});
