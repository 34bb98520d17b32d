import { NumberInput, Select, type SelectProps, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type InputOf, reading } from '../../api/reading';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { RemoteSelect } from '../../parts/remote-select';

type Body = InputOf<'/api/v1/markets'>;

// A select speaks text, the api numbers.
export const CLASSES = { '1': 1, '2': 2, '3': 3 } as const;

/** What is said of a market when it is entered, and may be corrected later. */
export interface MarketValues {
  name: string;
  declaredClass: keyof typeof CLASSES;
  construction: Body['construction'];
  meets: Body['meets'];
  formerDistrictId: string | null;
  dueDay: number;
  graceDays: number;
  openedOn: string;
  tariffGroup: string;
  transferPolicy: NonNullable<Body['transferPolicy']>;
}

/** As `form.getInputProps`, for the fields that these parts show. */
export type Field = (name: keyof MarketValues) => object;

export function MarketFields({ field }: { field: Field }) {
  const t = useTranslations('markets');
  const classes = ['1', '2', '3'].map((value) => ({
    value,
    label: t('classValue', { number: value }),
  }));
  const constructions = (['solid', 'semi-solid', 'temporary'] as const).map((value) => ({
    value,
    label: t(`constructionValue.${value}`),
  }));
  const meetings = (['daily', 'market-days'] as const).map((value) => ({
    value,
    label: t(`meetsValue.${value}`),
  }));
  const policies = (['forbidden', 'by-procedure', 'free'] as const).map((value) => ({
    value,
    label: t(`transferValue.${value}`),
  }));
  return (
    <>
      <TextInput label={t('name')} {...field('name')} />
      <Select
        label={t('declaredClass')}
        data={classes}
        allowDeselect={false}
        {...field('declaredClass')}
      />
      <Select
        label={t('construction')}
        data={constructions}
        allowDeselect={false}
        {...field('construction')}
      />
      <Select label={t('meets')} data={meetings} allowDeselect={false} {...field('meets')} />
      <NumberInput label={t('dueDay')} min={1} max={28} {...field('dueDay')} />
      <NumberInput label={t('graceDays')} min={0} max={60} {...field('graceDays')} />
      <DateInput label={t('openedOn')} {...field('openedOn')} />
      <TextInput
        label={t('tariffGroup')}
        description={t('tariffGroupHint')}
        {...field('tariffGroup')}
      />
      <Select
        label={t('transferPolicy')}
        data={policies}
        allowDeselect={false}
        {...field('transferPolicy')}
      />
    </>
  );
}

type CommuneSelectProps = Pick<
  SelectProps,
  'label' | 'description' | 'value' | 'onChange' | 'error'
> & {
  /** Communes that stood on this day; today's without it. */
  on?: string;
};

/** A commune by its name, typed with or without marks. */
export function CommuneSelect({ on = likelyToday(), ...select }: CommuneSelectProps) {
  return (
    <RemoteSelect
      {...select}
      read={(q) => reading('/api/v1/admin-units', { query: { q, level: 'commune', on } })}
      optionOf={({ id, name, parentName }) => ({ value: id, label: `${name}, ${parentName}` })}
    />
  );
}

type DistrictSelectProps = Pick<SelectProps, 'value' | 'onChange' | 'error'> & {
  /** Of which the districts are offered. */
  communeId: string | null;
};

/** The former districts that a commune of today has parts of: one, at most two in Tuyên Quang. */
export function FormerDistrictSelect({ communeId, ...select }: DistrictSelectProps) {
  const t = useTranslations('markets');
  const districts = useQuery({
    ...reading('/api/v1/admin-units/{id}/former-districts', { path: { id: communeId ?? '' } }),
    enabled: communeId !== null,
  });
  return (
    <Select
      {...select}
      label={t('district')}
      description={t('districtHint')}
      data={(districts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      disabled={communeId === null}
      clearable
    />
  );
}
