import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';
import { DialFields, type DialValues, NEW_DIAL, useDialRules } from './dial-fields';

interface Values extends DialValues {
  feeType: 'electricity' | 'water';
  measures: 'stall' | 'zone' | 'market';
  stallId: string | null;
  zoneId: string | null;
  installedOn: string;
}

/** Takes a meter into use. It is mounted when it opens. */
export function NewMeter({ marketId, onClose }: { marketId: string; onClose: () => void }) {
  const t = useTranslations('meters');
  const form = useNewMeterForm();
  const submit = useSubmit({
    send: ({ measures, stallId, zoneId, ...values }: Values, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/meters', {
          params: { path: { id: marketId } },
          body: {
            ...values,
            id: key,
            stallId: measures === 'stall' ? (stallId ?? undefined) : undefined,
            zoneId: measures === 'zone' ? (zoneId ?? undefined) : undefined,
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/meters', '/api/v1/markets/{id}/meter-sheet'],
  });
  const kinds = (['electricity', 'water'] as const).map((value) => ({
    value,
    label: t(`kind.${value}`),
  }));
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'billing.meterCodeTaken': 'code', 'billing.readingBeyondDial': 'firstValue' }}
      savedMessage={t('saved')}
    >
      <Select label={t('kindLabel')} data={kinds} allowDeselect={false} {...field('feeType')} />
      <TextInput label={t('code')} data-autofocus {...field('code')} />
      <PlaceFields form={form} marketId={marketId} />
      <DialFields field={field} />
      <DateInput label={t('installedOn')} {...field('installedOn')} />
    </FormDrawer>
  );
}

function useNewMeterForm() {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      ...NEW_DIAL,
      feeType: 'electricity',
      measures: 'stall',
      stallId: null,
      zoneId: null,
      installedOn: '',
    },
    validate: {
      ...useDialRules(),
      installedOn: rules.day,
      stallId: (value, { measures }) => (measures === 'stall' ? rules.required(value) : null),
      zoneId: (value, { measures }) => (measures === 'zone' ? rules.required(value) : null),
    },
  });
}

function PlaceFields({
  form,
  marketId,
}: {
  form: ReturnType<typeof useNewMeterForm>;
  marketId: string;
}) {
  const t = useTranslations('meters');
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const places = (['stall', 'zone', 'market'] as const).map((value) => ({
    value,
    label: t(`measures.${value}`),
  }));
  const { measures } = form.values;
  return (
    <>
      <Select
        label={t('measuresLabel')}
        data={places}
        allowDeselect={false}
        {...form.getInputProps('measures')}
      />
      {measures === 'stall' && (
        <RemoteSelect
          label={t('stall')}
          read={(q) =>
            reading('/api/v1/markets/{id}/stalls', { path: { id: marketId }, query: { q } })
          }
          optionOf={({ id, code, zoneName }) => ({ value: id, label: `${code} · ${zoneName}` })}
          {...form.getInputProps('stallId')}
        />
      )}
      {measures === 'zone' && (
        <Select
          label={t('zone')}
          data={(zones.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          {...form.getInputProps('zoneId')}
        />
      )}
    </>
  );
}
