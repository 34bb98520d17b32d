import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, type InputOf, reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { STALL_STATES } from './stall-state';

type Stall = BodyOf<'/api/v1/stalls/{id}'>;
type Body = InputOf<'/api/v1/markets/{id}/stalls'>;

interface Values extends Omit<Body, 'id' | 'zoneId' | 'openSides'> {
  zoneId: string | null;
  openSides: string;
}

interface StallFormProps {
  marketId: string;
  /** The one to correct; without it one is added. */
  stall?: Stall;
  onClose: () => void;
}

/** Adds or corrects a stall. It is mounted when it opens. */
export function StallForm({ marketId, stall, onClose }: StallFormProps) {
  const t = useTranslations('stalls');
  const form = useStallForm(stall);
  const submit = useSubmit<Values, unknown>({
    send: ({ zoneId, openSides, state, ...values }, key) => {
      const body = { ...values, zoneId: zoneId ?? '', openSides: Number(openSides) };
      return stall
        ? answer(api.PATCH('/api/v1/stalls/{id}', { params: { path: { id: stall.id } }, body }))
        : answer(
            api.POST('/api/v1/markets/{id}/stalls', {
              params: { path: { id: marketId } },
              body: { ...body, state, id: key },
              ...once(key),
            }),
          );
    },
    invalidates: ['/api/v1/markets/{id}/stalls', '/api/v1/stalls/{id}', '/api/v1/markets/{id}'],
  });
  return (
    <FormDrawer
      title={stall ? t('edit', { code: stall.code }) : t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.stallCodeTaken': 'code', 'markets.zoneMissing': 'zoneId' }}
      savedMessage={stall ? t('changed') : t('saved')}
    >
      <StallFields form={form} marketId={marketId} isNew={!stall} />
    </FormDrawer>
  );
}

function useStallForm(stall: Stall | undefined) {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      code: stall?.code ?? '',
      zoneId: stall?.zoneId ?? null,
      areaM2: stall?.areaM2 ?? 4,
      openSides: String(stall?.openSides ?? 1),
      isRoofed: stall?.isRoofed ?? true,
      goodsGroup: stall?.goodsGroup ?? '',
      state: stall?.state ?? 'trading',
    },
    validate: {
      code: rules.required,
      zoneId: rules.required,
      areaM2: rules.required,
      goodsGroup: rules.required,
    },
  });
}

interface StallFieldsProps {
  form: ReturnType<typeof useStallForm>;
  marketId: string;
  isNew: boolean;
}

function StallFields({ form, marketId, isNew }: StallFieldsProps) {
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
      <NumberInput
        label={t('areaLabel')}
        description={isNew ? undefined : t('areaNote')}
        min={0.1}
        max={10_000}
        decimalScale={2}
        decimalSeparator=","
        {...field('areaM2')}
      />
      <Select
        label={t('openSides')}
        data={['1', '2', '3']}
        allowDeselect={false}
        {...field('openSides')}
      />
      <Checkbox label={t('roofed')} {...field('isRoofed', { type: 'checkbox' })} />
      <TextInput label={t('goods')} {...field('goodsGroup')} />
      {isNew && (
        <Select label={t('state')} data={states} allowDeselect={false} {...field('state')} />
      )}
    </>
  );
}
