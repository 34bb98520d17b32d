import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Tariff } from './price-words';

/** For what a price is meant, as typed; '' is for all. */
export interface FactorValues {
  isRoofed: '' | 'yes' | 'no';
  isCorner: '' | 'yes' | 'no';
  openSides: '' | '1' | '2' | '3';
  rowGrade: number | '';
  goodsGroup: string;
  carrier: '' | NonNullable<Tariff['carrier']>;
  priceClass: string;
}

export const ANY_FACTORS: FactorValues = {
  isRoofed: '',
  isCorner: '',
  openSides: '',
  rowGrade: '',
  goodsGroup: '',
  carrier: '',
  priceClass: '',
};

/** As the api takes them. */
export function factorsOf(values: FactorValues) {
  const { isRoofed, isCorner, openSides, rowGrade, goodsGroup, carrier, priceClass } = values;
  return {
    isRoofed: isRoofed === '' ? null : isRoofed === 'yes',
    isCorner: isCorner === '' ? null : isCorner === 'yes',
    openSides: openSides === '' ? null : Number(openSides),
    rowGrade: rowGrade === '' ? null : rowGrade,
    goodsGroup: goodsGroup.trim() || null,
    carrier: carrier || null,
    priceClass: priceClass.trim() || null,
  };
}

interface FactorFieldsProps {
  field: (name: keyof FactorValues) => object;
}

/** The factors of a price, each of which may be left open. */
export function FactorFields({ field }: FactorFieldsProps) {
  const t = useTranslations('tariffs.factor');
  const any = { value: '', label: t('all') };
  const sides = ['1', '2', '3'].map((openSides) => ({
    value: openSides,
    label: t('ofSides', { openSides }),
  }));
  const carriers = (['truck', 'cart', 'shoulder-pole'] as const).map((value) => ({
    value,
    label: t(`carrierValue.${value}`),
  }));
  const either = (yes: 'atCorner' | 'roofed', no: 'notAtCorner' | 'openGround') => [
    any,
    { value: 'yes', label: t(yes) },
    { value: 'no', label: t(no) },
  ];
  const choice = { allowDeselect: false } as const;
  return (
    <>
      <Select label={t('sides')} data={[any, ...sides]} {...choice} {...field('openSides')} />
      <Select
        label={t('roof')}
        data={either('roofed', 'openGround')}
        {...choice}
        {...field('isRoofed')}
      />
      <Select
        label={t('corner')}
        data={either('atCorner', 'notAtCorner')}
        {...choice}
        {...field('isCorner')}
      />
      <NumberInput label={t('row')} min={1} max={8} allowDecimal={false} {...field('rowGrade')} />
      <TextInput label={t('goods')} {...field('goodsGroup')} />
      <Select label={t('carrier')} data={[any, ...carriers]} {...choice} {...field('carrier')} />
      <TextInput label={t('priceClass')} {...field('priceClass')} />
    </>
  );
}
