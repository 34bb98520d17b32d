import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { BodyOf } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { CLASSES, FormerDistrictSelect, MarketFields, type MarketValues } from './market-fields';

type Market = BodyOf<'/api/v1/markets/{id}'>;

/** Corrects what is written about a market. It is mounted when it opens. */
export function EditMarket({ market, onClose }: { market: Market; onClose: () => void }) {
  const t = useTranslations('markets');
  const rules = useRules();
  const form = useForm<MarketValues>({
    initialValues: {
      name: market.name,
      declaredClass: `${market.declaredClass}`,
      construction: market.construction,
      meets: market.meets,
      formerDistrictId: market.formerDistrictId,
      dueDay: market.dueDay,
      graceDays: market.graceDays,
      openedOn: market.openedOn,
      tariffGroup: market.tariffGroup ?? '',
      transferPolicy: market.transferPolicy,
    },
    validate: { name: rules.required, openedOn: rules.day },
  });
  const submit = useSubmit({
    send: ({ declaredClass, tariffGroup, ...values }: MarketValues) =>
      answer(
        api.PATCH('/api/v1/markets/{id}', {
          params: { path: { id: market.id } },
          body: {
            ...values,
            declaredClass: CLASSES[declaredClass],
            tariffGroup: tariffGroup.trim() || null,
          },
        }),
      ),
    invalidates: ['/api/v1/markets', '/api/v1/markets/{id}', '/api/v1/session'],
  });
  return (
    <FormDrawer
      title={t('edit')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.marketHasDayRules': 'meets' }}
      savedMessage={t('changed')}
    >
      <MarketFields field={form.getInputProps} />
      <FormerDistrictSelect
        communeId={market.communeId}
        {...form.getInputProps('formerDistrictId')}
      />
    </FormDrawer>
  );
}
