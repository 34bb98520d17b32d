import { useTranslations } from 'use-intl';
import type { Messages } from '../../messages/vi';

type Fee = keyof Messages['billing']['fee'];
const FEES: readonly Fee[] = ['space', 'electricity', 'water', 'sanitation', 'security', 'deposit'];

/** Where a fee type's words stand; one the office has no words for is `other`. */
export const feeKeyOf = (feeType: string): Fee =>
  FEES.find((known) => known === feeType) ?? 'other';

/** A fee type in the language of the screen. */
export function useFeeName(): (feeType: string) => string {
  const t = useTranslations('billing.fee');
  return (feeType) => t(feeKeyOf(feeType));
}
