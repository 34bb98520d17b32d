import { errorsOf } from '@cho40/kernel';

export const bankingError = errorsOf('banking', {
  accountNotFound: 'not-found',
  accountInUse: 'conflict',
  accountNeedsAnotherPerson: 'forbidden',
  accountAlreadyApproved: 'conflict',
  accountNotApproved: 'conflict',
  accountAlreadyProven: 'conflict',
  probeNotFound: 'not-found',
  feedNotFound: 'not-found',
  feedEnded: 'conflict',
  feedWayUnknown: 'invalid',
  feedAccountMissing: 'invalid',
  feedSecretMissing: 'invalid',
  deliveryUnreadable: 'invalid',
  statementAccountMissing: 'not-found',
  statementOtherAccount: 'invalid',
  statementBeforeAccount: 'invalid',
  statementAccountNotLive: 'conflict',
  questionNotFound: 'not-found',
  questionAnswered: 'conflict',
  answerNotPossible: 'invalid',
});
