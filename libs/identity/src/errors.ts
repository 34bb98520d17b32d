import { errorsOf } from '@cho40/kernel';

export const identityError = errorsOf('identity', {
  userMissing: 'not-found',
  grantMissing: 'not-found',
  usernameTaken: 'conflict',
  cashierIsAccountant: 'conflict',
  grantOverlaps: 'conflict',
  grantBeyondOwn: 'forbidden',
  notForOneself: 'forbidden',
  scopeDoesNotFit: 'invalid',
  scopeMissing: 'invalid',
  passwordWrong: 'invalid',
  passwordTooWeak: 'invalid',
  csrfMissing: 'forbidden',
});
