import {
  Button,
  Fieldset,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import type { Stall } from './stall-values';
import type { SucceedValues } from './succeed-values';

type Form = UseFormReturnType<SucceedValues>;

const LEAST_M2 = 3;
const MOST_SHOWN = 30;

/** The stalls that end together with the one that was opened. */
export function OtherStalls({ form, stall }: { form: Form; stall: Stall }) {
  const t = useTranslations('stalls.successions');
  const map = useQuery(reading('/api/v1/markets/{id}/stall-map', { path: { id: stall.marketId } }));
  const others = (map.data?.stalls ?? []).filter(({ stallId }) => stallId !== stall.id);
  return (
    <MultiSelect
      label={t('others')}
      data={others.map(({ stallId, code }) => ({ value: stallId, label: code }))}
      searchable
      limit={MOST_SHOWN}
      comboboxProps={{ withinPortal: false }}
      withScrollArea={false}
      styles={{ dropdown: { maxHeight: '16rem', overflowY: 'auto' } }}
      {...form.getInputProps('others')}
    />
  );
}

interface PartFieldsProps {
  form: Form;
  marketId: string;
  /** A split makes two or more. */
  mayGrow: boolean;
}

export function PartFields({ form, marketId, mayGrow }: PartFieldsProps) {
  const t = useTranslations('stalls.successions');
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const options = (zones.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const last = form.values.parts.at(-1);
  const add = () =>
    form.insertListItem('parts', {
      code: '',
      zoneId: last?.zoneId ?? '',
      areaM2: '',
      smallAreaReason: '',
    });
  return (
    <>
      {form.values.parts.map((_, at) => (
        <NewStall key={at} form={form} at={at} zones={options} />
      ))}
      {mayGrow && (
        <Button variant="light" leftSection={<IconPlus size={17} />} onClick={add}>
          {t('addPart')}
        </Button>
      )}
    </>
  );
}

interface NewStallProps {
  form: Form;
  at: number;
  zones: { value: string; label: string }[];
}

function NewStall({ form, at, zones }: NewStallProps) {
  const t = useTranslations('stalls');
  const field = (name: string) => form.getInputProps(`parts.${at}.${name}`);
  const areaM2 = form.values.parts[at]?.areaM2 ?? '';
  return (
    <Fieldset legend={t('successions.part', { number: at + 1 })}>
      <Stack gap="sm">
        <TextInput
          label={t('code')}
          {...field('code')}
          onChange={(event) =>
            form.setFieldValue(`parts.${at}.code`, event.currentTarget.value.toUpperCase())
          }
        />
        <Select label={t('zone')} data={zones} allowDeselect={false} {...field('zoneId')} />
        <NumberInput
          label={t('areaLabel')}
          min={0.1}
          max={10_000}
          decimalScale={2}
          decimalSeparator=","
          {...field('areaM2')}
        />
        {areaM2 !== '' && Number(areaM2) < LEAST_M2 && (
          <TextInput
            label={t('smallAreaReason')}
            description={t('smallAreaHint')}
            {...field('smallAreaReason')}
          />
        )}
      </Stack>
    </Fieldset>
  );
}
