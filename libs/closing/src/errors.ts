import { errorsOf } from '@cho40/kernel';

export const closingError = errorsOf('closing', {
  boardNotFound: 'not-found',
  monthNotFound: 'not-found',
  slipNotFound: 'not-found',
  monthClosed: 'conflict',
  // What stands open before a month is closed: the checklist's own codes.
  monthNotOver: 'conflict',
  earlierMonthOpen: 'conflict',
  checksBroken: 'conflict',
  daysUnproven: 'conflict',
  marketsUnbilled: 'conflict',
  moneyUnmatched: 'conflict',
  outgoingUnclassified: 'conflict',
  cashInHand: 'conflict',
  cashShort: 'conflict',
  cashOnTheWay: 'conflict',
  remarksOpen: 'conflict',
  noteMissing: 'invalid',
});
