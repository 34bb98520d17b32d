import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { useSession } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import {
  CLASSES,
  CommuneSelect,
  FormerDistrictSelect,
  MarketFields,
  type MarketValues,
} from './market-fields';

interface Values extends MarketValues {
  boardId: string;
  code: string;
  communeId: string | null;
}

/** A market of one of my boards, with the commune it lies in and the district it lay in. */
export function NewMarket({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('markets');
  const { boards } = useSession();
  const form = useNewMarketForm(boards[0]?.id ?? '');
  const submit = useSubmit({
    send: (values: Values, key) =>
      answer(api.POST('/api/v1/markets', { body: bodyOf(values, key), ...once(key) })),
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
        allowDeselect={false}
        {...field('boardId')}
      />
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        {...field('code')}
        onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase())}
      />
      <MarketFields field={field} />
      <CommuneSelect label={t('communeToday')} {...field('communeId')} />
      <FormerDistrictSelect communeId={form.values.communeId} {...field('formerDistrictId')} />
    </FormDrawer>
  );
}

function useNewMarketForm(boardId: string) {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      boardId,
      code: '',
      name: '',
      declaredClass: '3',
      construction: 'solid',
      meets: 'daily',
      communeId: null,
      formerDistrictId: null,
      dueDay: 10,
      graceDays: 10,
      openedOn: likelyToday(),
      tariffGroup: '',
      transferPolicy: 'by-procedure',
    },
    validate: {
      boardId: rules.required,
      code: rules.required,
      name: rules.required,
      communeId: rules.required,
      openedOn: rules.day,
    },
  });
}

function bodyOf(values: Values, id: string): InputOf<'/api/v1/markets'> {
  const { communeId, declaredClass, tariffGroup, ...rest } = values;
  return {
    ...rest,
    id,
    declaredClass: CLASSES[declaredClass],
    communeId: communeId ?? undefined,
    tariffGroup: tariffGroup.trim() || null,
  };
}
