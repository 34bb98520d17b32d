import { NumberInput, Select, type SelectProps, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type InputOf, reading } from '../../api/reading';
import { useSession } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';

type Body = InputOf<'/api/v1/markets'>;

// A select speaks text, the api numbers.
const CLASSES = { '1': 1, '2': 2, '3': 3 } as const;

interface Values {
  boardId: string;
  code: string;
  name: string;
  declaredClass: keyof typeof CLASSES;
  construction: Body['construction'];
  meets: Body['meets'];
  communeId: string | null;
  formerDistrictId: string | null;
  dueDay: number;
  openedOn: string;
}

/** A market of one of my boards, with the commune it lies in and the district it lay in. */
export function NewMarket({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('markets');
  const { boards } = useSession();
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: {
      boardId: boards[0]?.id ?? '',
      code: '',
      name: '',
      declaredClass: '3',
      construction: 'solid',
      meets: 'daily',
      communeId: null,
      formerDistrictId: null,
      dueDay: 10,
      openedOn: likelyToday(),
    },
    validate: {
      code: rules.required,
      name: rules.required,
      communeId: rules.required,
      openedOn: rules.day,
    },
  });
  const submit = useSubmit({
    send: (values: Values, key) =>
      answer(api.POST('/api/v1/markets', { body: bodyOf(values), ...once(key) })),
    invalidates: ['/api/v1/markets', '/api/v1/session'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('new')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.marketCodeTaken': 'code' }}
      savedMessage={t('saved')}
    >
      <Select
        label={t('board')}
        data={boards.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        {...field('boardId')}
      />
      <TextInput label={t('code')} description={t('codeHint')} {...field('code')} />
      <TextInput label={t('name')} {...field('name')} />
      <Choices field={field} />
      <UnitSelect level="commune" label={t('commune')} {...field('communeId')} />
      <UnitSelect level="district" label={t('district')} {...field('formerDistrictId')} />
      <NumberInput label={t('dueDay')} min={1} max={28} {...field('dueDay')} />
      <DateInput label={t('openedOn')} {...field('openedOn')} />
    </FormDrawer>
  );
}

type Field = UseFormReturnType<Values>['getInputProps'];

function Choices({ field }: { field: Field }) {
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
  return (
    <>
      <Select label={t('declaredClass')} data={classes} {...field('declaredClass')} />
      <Select label={t('construction')} data={constructions} {...field('construction')} />
      <Select label={t('meets')} data={meetings} {...field('meets')} />
    </>
  );
}

interface UnitSelectProps extends Pick<SelectProps, 'label' | 'value' | 'onChange' | 'error'> {
  level: 'commune' | 'district';
}

function UnitSelect({ level, ...select }: UnitSelectProps) {
  return (
    <RemoteSelect
      {...select}
      read={(q) => reading('/api/v1/admin-units', { query: { q, level } })}
      optionOf={({ id, name }) => ({ value: id, label: name })}
    />
  );
}

function bodyOf(values: Values): Body {
  const { communeId, formerDistrictId, declaredClass, ...rest } = values;
  return {
    ...rest,
    declaredClass: CLASSES[declaredClass],
    communeId: communeId ?? undefined,
    formerDistrictId: formerDistrictId ?? undefined,
  };
}
