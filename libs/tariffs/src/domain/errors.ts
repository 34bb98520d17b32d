import { errorsOf } from '@cho40/kernel';

export const tariffsError = errorsOf('tariffs', {
  decisionMissing: 'not-found',
  decisionNumberTaken: 'conflict',
  decisionDaysReversed: 'invalid',
  feeTypeMissing: 'invalid',
  tariffMissing: 'not-found',
  tariffOutsideDecision: 'invalid',
  tariffLaterStands: 'conflict',
  priceAmbiguous: 'conflict',
  anotherPersonApproves: 'forbidden',
});
