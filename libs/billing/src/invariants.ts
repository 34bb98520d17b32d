import type { Invariant } from '@cho40/platform';
import { billInvariants } from './bills/invariants';
import { codeInvariants } from './codes/invariants';
import { paymentInvariants } from './payments/invariants';

export const billingInvariants: readonly Invariant[] = [
  ...billInvariants,
  ...codeInvariants,
  ...paymentInvariants,
];
