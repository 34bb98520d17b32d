import { errorsOf } from '@cho40/kernel';

export const tariffsError = errorsOf('tariffs', {
  decisionMissing: 'not-found',
  decisionNumberTaken: 'conflict',
  decisionDaysReversed: 'invalid',
  decisionLineMissing: 'not-found',
  decisionLineReplaced: 'conflict',
  decisionLineOfOtherMarkets: 'invalid',
  feeTypeMissing: 'invalid',
  tariffMissing: 'not-found',
  tariffOutsideDecision: 'invalid',
  tariffBeyondItsLine: 'invalid',
  tariffTaxedAndPassedThrough: 'invalid',
  priceAboveDecision: 'invalid',
  cheaperLinePassedOver: 'conflict',
  tariffLaterStands: 'conflict',
  priceListMissing: 'not-found',
  priceAmbiguous: 'conflict',
  anotherPersonApproves: 'forbidden',
});
