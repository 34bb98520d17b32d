import type { BusinessDate, Facts, Month } from '@cho40/kernel';
import { billableMonths } from './due-date';

/** Why a month cannot be issued; the code is the refusal's. */
export interface Problem {
  readonly code:
    | 'noPrefix'
    | 'noReceivingAccount'
    | 'noTariff'
    | 'monthBeforeOpening'
    | 'monthTooFar';
  readonly facts: Facts;
}

export interface BillingGround {
  readonly marketCode: string;
  readonly openedOn: BusinessDate;
  readonly hasPrefix: boolean;
  readonly hasAccount: boolean;
  readonly hasTariff: boolean;
}

/** Everything that must be put right before a month can be issued. */
export function problemsOf(ground: BillingGround, period: Month, today: BusinessDate): Problem[] {
  const [first, last] = billableMonths(ground.openedOn, today);
  const checks: readonly [boolean, Problem['code'], Facts][] = [
    [period >= first, 'monthBeforeOpening', { month: period, openedOn: ground.openedOn }],
    [period <= last, 'monthTooFar', { month: period, last }],
    [ground.hasTariff, 'noTariff', { month: period }],
    [ground.hasPrefix, 'noPrefix', {}],
    [ground.hasAccount, 'noReceivingAccount', {}],
  ];
  return checks
    .filter(([isMet]) => !isMet)
    .map(([, code, facts]) => ({ code, facts: { market: ground.marketCode, ...facts } }));
}
