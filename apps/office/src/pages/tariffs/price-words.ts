import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { likelyToday, useFormat } from '../../format';

export type Tariff = BodyOf<'/api/v1/markets/{id}/tariffs'>[number];
export type DecisionPrice = BodyOf<'/api/v1/decisions/{id}'>['prices'][number];
export type Unit = Tariff['unit'];

export const UNITS: readonly Unit[] = [
  'm2-month',
  'point-month',
  'm2-day',
  'visit',
  'session',
  'kwh',
  'm3',
];

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

/** A factor that some rows have and others have not. */
type Factors = Pick<
  Tariff,
  | 'isRoofed'
  | 'openSides'
  | 'isCorner'
  | 'rowGrade'
  | 'goodsGroup'
  | 'carrier'
  | 'priceClass'
  | 'tierFrom'
> &
  Partial<Pick<DecisionPrice, 'marketClass' | 'marketGroup'>>;

/** For what a price is meant: `chợ hạng 1 · 3 mặt thoáng`; without a factor: for all. */
export function useFactorWords(): (factors: Factors) => string {
  const t = useTranslations('tariffs.factor');
  return (factors) => {
    const { goodsGroup, rowGrade, openSides, isCorner, isRoofed, carrier } = factors;
    const { priceClass, marketClass, marketGroup, tierFrom } = factors;
    const said = [
      marketClass && t('ofClass', { marketClass }),
      marketGroup && t('ofGroup', { marketGroup }),
      priceClass && t('ofPriceClass', { priceClass }),
      goodsGroup && t('ofGoods', { goodsGroup }),
      carrier && t(`carrierValue.${carrier}`),
      rowGrade && t('ofRow', { rowGrade }),
      isCorner !== null && t(isCorner ? 'atCorner' : 'notAtCorner'),
      openSides && t('ofSides', { openSides }),
      isRoofed !== null && t(isRoofed ? 'roofed' : 'openGround'),
      tierFrom > 0 && t('above', { tierFrom }),
    ].filter(Boolean);
    return said.length > 0 ? said.join(' · ') : t('any');
  };
}

export function stateOf({ state, validFrom, validTo }: Tariff) {
  const today = likelyToday();
  if (state === 'draft') return 'draft';
  if (validFrom > today) return 'coming';
  return validTo !== null && validTo < today ? 'ended' : 'running';
}
