import { errorsOf } from '@cho40/kernel';

export const marketsError = errorsOf('markets', {
  adminUnitMissing: 'not-found',
  boardMissing: 'not-found',
  marketMissing: 'not-found',
  zoneMissing: 'not-found',
  stallMissing: 'not-found',
  marketCodeTaken: 'conflict',
  zoneCodeTaken: 'conflict',
  stallCodeTaken: 'conflict',
  stallTooSmall: 'invalid',
  areaBeyondSides: 'invalid',
  stateBeforeLast: 'conflict',
  stateInFuture: 'invalid',
  zoneInsideItself: 'invalid',
  notACommune: 'invalid',
  notADistrict: 'invalid',
  communeNotThen: 'invalid',
  communeLaterKnown: 'conflict',
});
