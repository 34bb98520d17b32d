import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { STALL_STATES } from './stall-state';
import type { StallValues } from './stall-values';

interface StallFieldsProps {
  form: UseFormReturnType<StallValues>;
  marketId: string;
  isNew: boolean;
}

const LEAST_M2 = 3;
const KNOWN_SHOWN = 12;
const GRADES = ['1', '2', '3', '4', '5', '6', '7', '8'];

export function StallFields({ form, marketId, isNew }: StallFieldsProps) {
  const t = useTranslations('stalls');
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const states = STALL_STATES.map((value) => ({ value, label: t(`stateValue.${value}`) }));
  const field = form.getInputProps;
  return (
    <>
      <Select
        label={t('zone')}
        data={(zones.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        {...field('zoneId')}
      />
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        {...field('code')}
        onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase())}
      />
      <SizeFields form={form} isNew={isNew} />
      <Select
        label={t('openSides')}
        data={['1', '2', '3']}
        allowDeselect={false}
        {...field('openSides')}
      />
      <Select label={t('rowGrade')} data={GRADES} clearable {...field('rowGrade')} />
      <Group>
        <Checkbox label={t('corner')} {...field('isCorner', { type: 'checkbox' })} />
        <Checkbox label={t('roofed')} {...field('isRoofed', { type: 'checkbox' })} />
      </Group>
      <GoodsFields form={form} marketId={marketId} />
      {isNew && (
        <Select label={t('state')} data={states} allowDeselect={false} {...field('state')} />
      )}
    </>
  );
}

function SizeFields({ form, isNew }: Omit<StallFieldsProps, 'marketId'>) {
  const t = useTranslations('stalls');
  const field = form.getInputProps;
  const metres = { min: 0.1, max: 1000, decimalScale: 2, decimalSeparator: ',' };
  const { areaM2, smallAreaReason } = form.values;
  const isSmall = areaM2 !== '' && Number(areaM2) < LEAST_M2;
  return (
    <>
      <NumberInput
        label={t('areaLabel')}
        description={isNew ? undefined : t('areaNote')}
        min={0.1}
        max={10_000}
        decimalScale={2}
        decimalSeparator=","
        {...field('areaM2')}
      />
      {(isSmall || smallAreaReason) && (
        <TextInput
          label={t('smallAreaReason')}
          description={t('smallAreaHint')}
          {...field('smallAreaReason')}
        />
      )}
      <Group grow>
        <NumberInput label={t('length')} {...metres} {...field('lengthM')} />
        <NumberInput label={t('width')} {...metres} {...field('widthM')} />
      </Group>
    </>
  );
}

/** What is sold in the market already is shown, so that one group has one spelling. */
function GoodsFields({ form, marketId }: Omit<StallFieldsProps, 'isNew'>) {
  const t = useTranslations('stalls');
  const groups = useQuery(reading('/api/v1/markets/{id}/goods-groups', { path: { id: marketId } }));
  const known = (groups.data ?? []).slice(0, KNOWN_SHOWN).map(({ name }) => name);
  return (
    <>
      <TextInput
        label={t('goods')}
        description={known.length > 0 ? t('goodsKnown', { names: known.join('; ') }) : undefined}
        {...form.getInputProps('goodsGroup')}
      />
      <TextInput
        label={t('otherGoods')}
        description={t('otherGoodsHint')}
        {...form.getInputProps('otherGoods')}
      />
    </>
  );
}
