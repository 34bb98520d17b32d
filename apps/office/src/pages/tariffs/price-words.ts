import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { likelyToday, useFormat } from '../../format';

export type Tariff = BodyOf<'/api/v1/markets/{id}/tariffs'>[number];

/** Fee types by code, in the language of the screen. */
export function useFeeTypes(): readonly { code: string; name: string }[] {
  const { locale } = useFormat();
  const types = useQuery(reading('/api/v1/fee-types', {}));
  return (types.data ?? []).map(({ code, nameVi, nameEn }) => ({
    code,
    name: locale === 'vi' ? nameVi : nameEn,
  }));
}

/** A price as people say it: `40.000 đ/m²/tháng`, and its fee's name. */
export function usePriceWords() {
  const t = useTranslations('tariffs.prices');
  const format = useFormat();
  const types = useFeeTypes();
  return {
    price: ({ price, unit }: Pick<Tariff, 'price' | 'unit'>) =>
      t(`priceValue.${unit}`, { price: format.money(price) }),
    fee: (code: string) => types.find((type) => type.code === code)?.name ?? code,
  };
}

export function stateOf({ state, validFrom, validTo }: Tariff) {
  const today = likelyToday();
  if (state === 'draft') return 'draft';
  if (validFrom > today) return 'coming';
  return validTo !== null && validTo < today ? 'ended' : 'running';
}
