import { useForm } from '@mantine/form';
import type { BodyOf } from '../../api/reading';
import { useRules } from '../../parts/rules';

export type Lease = BodyOf<'/api/v1/leases/{id}'>;
export const BILLING_CYCLES = ['month', 'quarter', 'year', 'lump-sum'] as const;
export const AWARDS = ['auction', 'tender', 'decision', 'direct'] as const;

/** The terms of a lease as they are typed. */
export interface TermValues {
  operatorId: string | null;
  payerId: string | null;
  award: (typeof AWARDS)[number] | null;
  awardNumber: string;
  awardOn: string;
  priceClass: string;
  billingCycle: (typeof BILLING_CYCLES)[number];
  dueDay: number | '';
  graceDays: number | '';
  depositAgreed: number | null;
  signedOn: string;
}

export const NO_TERMS: TermValues = {
  operatorId: null,
  payerId: null,
  award: null,
  awardNumber: '',
  awardOn: '',
  priceClass: '',
  billingCycle: 'month',
  dueDay: '',
  graceDays: '',
  depositAgreed: null,
  signedOn: '',
};

export function termsOf(lease: Lease): TermValues {
  return {
    operatorId: lease.operatorId,
    payerId: lease.payerId,
    award: lease.award,
    awardNumber: lease.awardNumber ?? '',
    awardOn: lease.awardOn ?? '',
    priceClass: lease.priceClass ?? '',
    billingCycle: lease.billingCycle,
    dueDay: lease.dueDay ?? '',
    graceDays: lease.graceDays ?? '',
    depositAgreed: lease.depositAgreed,
    signedOn: lease.signedOn ?? '',
  };
}

/** The terms as the api takes them. */
export function termsBody(values: TermValues) {
  const { operatorId, payerId, award, dueDay, graceDays, depositAgreed } = values;
  return {
    operatorId,
    payerId,
    award,
    awardNumber: values.awardNumber.trim() || null,
    awardOn: values.awardOn || null,
    priceClass: values.priceClass.trim() || null,
    dueDay: dueDay === '' ? null : dueDay,
    graceDays: graceDays === '' ? null : graceDays,
    depositAgreed: depositAgreed ?? 0,
    signedOn: values.signedOn || null,
  };
}

/** A form of the terms alone. */
export function useTermsForm(initialValues: TermValues) {
  const rules = useRules();
  return useForm<TermValues>({
    initialValues,
    validate: { awardOn: rules.dayOrEmpty, signedOn: rules.dayOrEmpty },
  });
}

/** Beside which field a refusal of the terms stands. */
export const TERM_FIELDS = {
  'tenancy.awardMissing': 'award',
  'tenancy.lumpSumNeedsEnd': 'validTo',
  'tenancy.leaseDaysReversed': 'validTo',
  'tenancy.leaseNumberTaken': 'number',
} as const;
