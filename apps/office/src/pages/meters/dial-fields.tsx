import { NumberInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useRules } from '../../parts/rules';

/** How a meter counts, as typed. */
export interface DialValues {
  code: string;
  digits: number;
  multiplier: number;
  firstValue: number;
}

export const NEW_DIAL: DialValues = { code: '', digits: 5, multiplier: 1, firstValue: 0 };

export function useDialRules() {
  const { required } = useRules();
  return { code: required, digits: required, multiplier: required, firstValue: required };
}

/** The numbers on and under a meter's glass. */
export function DialFields({ field }: { field: (name: keyof DialValues) => object }) {
  const t = useTranslations('meters');
  return (
    <>
      <NumberInput
        label={t('firstValue')}
        min={0}
        decimalScale={2}
        decimalSeparator=","
        {...field('firstValue')}
      />
      <NumberInput
        label={t('digits')}
        description={t('digitsHint')}
        min={3}
        max={9}
        allowDecimal={false}
        {...field('digits')}
      />
      <NumberInput
        label={t('multiplier')}
        description={t('multiplierHint')}
        min={1}
        max={2000}
        allowDecimal={false}
        {...field('multiplier')}
      />
    </>
  );
}
