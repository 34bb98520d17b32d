import { errorsOf } from '@cho40/kernel';

export const platformError = errorsOf('platform', {
  rolesMissing: 'invalid',
  databaseIsNewer: 'conflict',
  migrationChanged: 'conflict',
  migrationFailed: 'invalid',
  roleMayBypassRows: 'invalid',
  databaseUnreachable: 'invalid',
  notFound: 'not-found',
  idempotencyKeyMissing: 'invalid',
  idempotencyKeyReused: 'conflict',
  fieldsInvalid: 'invalid',
  bodyMalformed: 'invalid',
  bodyTooLarge: 'invalid',
  tooManyRequests: 'conflict',
  printTooLarge: 'invalid',
  busy: 'conflict',
  broken: 'conflict',
  notAllowed: 'forbidden',
  signInFirst: 'forbidden',
  signatureBad: 'forbidden',
});
