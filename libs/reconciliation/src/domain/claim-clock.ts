import { addWorkingDays, type BusinessDate } from '@cho40/kernel';

/** A claim is answered within so many working days. */
export const DAYS_TO_ANSWER = 3;

/** The last day to answer a claim that was made on a day. */
export const dueOnOfClaim = (madeOn: BusinessDate): BusinessDate =>
  addWorkingDays(madeOn, DAYS_TO_ANSWER);
