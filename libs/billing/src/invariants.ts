import type { Invariant } from '@cho40/platform';
import { billInvariants } from './bills/invariants';
import { codeInvariants } from './codes/invariants';
import { debtInvariants } from './debts';
import { depositInvariants } from './deposits/invariants';
import { meteringInvariants } from './metering';
import { paymentInvariants } from './payments/invariants';
import { reliefInvariants } from './reliefs/invariants';
import { ticketingInvariants } from './ticketing';

export const billingInvariants: readonly Invariant[] = [
  ...billInvariants,
  ...codeInvariants,
  ...debtInvariants,
  ...depositInvariants,
  ...meteringInvariants,
  ...paymentInvariants,
  ...reliefInvariants,
  ...ticketingInvariants,
];
