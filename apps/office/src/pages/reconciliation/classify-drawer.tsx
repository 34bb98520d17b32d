import { Chip, Group, Input, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { once } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { RecordDetail } from './bank-record-page';
import type { RecordDrawerProps } from './undo-drawer';
import { useDecision } from './use-decision';

type RecordClass = InputOf<'/api/v1/bank-records/{id}/classify'>['as'];

// Banked cash is said by its deposit alone.
const CLASSES: Readonly<Record<'in' | 'out', readonly RecordClass[]>> = {
  in: ['interest', 'loan', 'private'],
  out: ['to-budget', 'treasury', 'supplier', 'bank-charge', 'refund', 'own-account'],
};

interface Values {
  as: RecordClass | null;
  reason: string;
}
type ClassifyDrawerProps = RecordDrawerProps & { record: Pick<RecordDetail, 'direction'> };

/** Says what a record is that pays nobody's fees. */
export function ClassifyDrawer({ record, isOpen, onClose, ...decided }: ClassifyDrawerProps) {
  const t = useTranslations('queue.classify');
  const words = useTranslations('reconciliation.class');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { as: null, reason: '' },
    validate: { as: rules.required, reason: rules.required },
  });
  const classes = CLASSES[record.direction];
  const choose = (chosen: string | string[] | null) =>
    form.setFieldValue('as', classes.find((value) => value === chosen) ?? null);
  const submit = useDecision(
    ({ as, reason }: Values, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/classify', {
          params: { path: { id: record.id } },
          body: { as: as ?? 'private', reason, since: record.since ?? undefined },
          ...once(key),
        }),
      ),
    decided,
  );
  return (
    <FormDrawer
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('action')}
      savedMessage={t('saved')}
    >
      <Text>{t('hint')}</Text>
      <Input.Wrapper label={t('class')} labelElement="div" error={form.errors.as}>
        <Chip.Group value={form.values.as} onChange={choose}>
          <Group gap="xs" mt={6} role="radiogroup" aria-label={t('class')}>
            {classes.map((value, at) => (
              <Chip key={value} value={value} data-autofocus={at === 0 || undefined}>
                {words(value)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      {record.direction === 'in' && <Text size="sm">{t('deposit')}</Text>}
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
