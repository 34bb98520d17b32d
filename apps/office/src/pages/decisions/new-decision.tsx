import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';

interface Values {
  provinceId: string | null;
  number: string;
  issuer: string;
  title: string;
  issuedOn: string;
  effectiveFrom: string;
  effectiveTo: string;
}

/** Records a province's decision; its lines come next. It is mounted when it opens. */
export function NewDecision({ onClose }: { onClose: () => void }) {
  const t = useTranslations('tariffs.decisions');
  const form = useNewDecisionForm();
  const navigate = useNavigate();
  const submit = useSubmit({
    send: ({ provinceId, effectiveTo, ...values }: Values, key) =>
      answer(
        api.POST('/api/v1/decisions', {
          body: {
            ...values,
            id: key,
            provinceId: provinceId ?? '',
            effectiveTo: effectiveTo || null,
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/decisions'],
    onDone: ({ id }) => void navigate({ to: '/decisions/$id', params: { id } }),
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'tariffs.decisionNumberTaken': 'number',
        'tariffs.decisionDaysReversed': 'effectiveTo',
      }}
      savedMessage={t('saved')}
    >
      <TextInput
        label={t('number')}
        placeholder="27/2024/QĐ-UBND"
        data-autofocus
        {...field('number')}
      />
      <RemoteSelect
        label={t('province')}
        read={(q) => reading('/api/v1/admin-units', { query: { q, level: 'province' } })}
        optionOf={({ id, name }) => ({ value: id, label: name })}
        {...field('provinceId')}
      />
      <TextInput label={t('issuer')} {...field('issuer')} />
      <Textarea label={t('heading')} autosize minRows={2} {...field('title')} />
      <DateInput label={t('issuedOn')} {...field('issuedOn')} />
      <DateInput label={t('from')} {...field('effectiveFrom')} />
      <DateInput label={t('to')} description={t('toHint')} {...field('effectiveTo')} />
    </FormDrawer>
  );
}

function useNewDecisionForm() {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      provinceId: null,
      number: '',
      issuer: '',
      title: '',
      issuedOn: '',
      effectiveFrom: '',
      effectiveTo: '',
    },
    validate: {
      provinceId: rules.required,
      number: rules.required,
      issuer: rules.required,
      title: rules.required,
      issuedOn: rules.day,
      effectiveFrom: rules.day,
      effectiveTo: rules.dayOrEmpty,
    },
  });
}
