import type { Invariant } from '@cho40/platform';
import { billInvariants } from './bills/invariants';
import { codeInvariants } from './codes/invariants';
import { debtInvariants } from './debts';
import { paymentInvariants } from './payments/invariants';

export const billingInvariants: readonly Invariant[] = [
  ...billInvariants,
  ...codeInvariants,
  ...debtInvariants,
  ...paymentInvariants,
];
