import { Checkbox, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { WEEKDAYS } from './month';
import { STALE_DAYS } from './stale';

type Body = InputOf<'/api/v1/markets/{id}/day-rules'>;
type Branch = Body['branches'][number];

const BRANCHES = [
  'rat',
  'ox',
  'tiger',
  'cat',
  'dragon',
  'snake',
  'horse',
  'goat',
  'monkey',
  'rooster',
  'dog',
  'pig',
] as const satisfies readonly Branch[];

interface Values {
  validFrom: string;
  weekdays: string[];
  branches: string[];
  lunarDays: string;
}

const numbersIn = (text: string) => [...new Set((text.match(/\d+/g) ?? []).map(Number))];

/** Says by what days the market meets from a day on. It is mounted when it opens. */
export function RuleForm({ marketId, onClose }: { marketId: string; onClose: () => void }) {
  const t = useTranslations('marketDays');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { validFrom: likelyToday(), weekdays: [], branches: [], lunarDays: '' },
    validate: { validFrom: rules.day },
  });
  const submit = useSubmit<Values, unknown>({
    send: (values) =>
      answer(
        api.POST('/api/v1/markets/{id}/day-rules', {
          params: { path: { id: marketId } },
          body: bodyOf(values),
        }),
      ),
    invalidates: STALE_DAYS,
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('rules.add')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('rules.saved')}
    >
      <DateInput label={t('rules.from')} {...field('validFrom')} />
      <Checkbox.Group label={t('rules.weekdays')} {...field('weekdays')}>
        <Group gap="sm" mt="xs">
          {WEEKDAYS.map((value) => (
            <Checkbox key={value} value={value} label={t(`weekdayName.${value}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group label={t('rules.branches')} {...field('branches')}>
        <Group gap="sm" mt="xs">
          {BRANCHES.map((value) => (
            <Checkbox key={value} value={value} label={t(`branch.${value}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        label={t('rules.lunarDays')}
        description={t('rules.lunarHint')}
        {...field('lunarDays')}
      />
    </FormDrawer>
  );
}

function bodyOf({ validFrom, weekdays, branches, lunarDays }: Values): Body {
  return {
    validFrom,
    weekdays: weekdays.map(Number),
    branches: BRANCHES.filter((branch) => branches.includes(branch)),
    lunarDays: numbersIn(lunarDays),
  };
}
