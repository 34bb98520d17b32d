import { ActionIcon } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import type { Comparison } from './comparison-page';
import { STALE_FIGURES } from './old-figures';

/** One stall's figure of the old book, typed in or corrected. */
export function TypeOldFigure({ row, month }: { row: Comparison; month: string }) {
  const t = useTranslations('moveIn.comparison');
  const [isOpen, { open, close }] = useDisclosure(false);
  const label = t('typeFor', { stall: row.stallCode });
  return (
    <>
      <ActionIcon variant="subtle" size="sm" aria-label={label} onClick={open}>
        <IconPencil size={15} aria-hidden="true" />
      </ActionIcon>
      {isOpen && <FigureForm row={row} month={month} title={label} onClose={close} />}
    </>
  );
}

interface FigureFormProps {
  row: Comparison;
  month: string;
  title: string;
  onClose: () => void;
}

function FigureForm({ row, month, title, onClose }: FigureFormProps) {
  const t = useTranslations('moveIn.comparison');
  const rules = useRules();
  const form = useForm<{ amount: number | null }>({
    initialValues: { amount: row.oldAmount },
    validate: { amount: rules.required },
  });
  const submit = useSubmit({
    send: ({ amount }: { amount: number | null }, key) =>
      answer(
        api.POST('/api/v1/move-in/comparison', {
          body: { stallId: row.stallId, month, amount: amount ?? 0 },
          ...once(key),
        }),
      ),
    invalidates: STALE_FIGURES,
  });
  return (
    <FormDrawer
      title={title}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('typed')}
    >
      <MoneyInput label={t('old')} data-autofocus {...form.getInputProps('amount')} />
    </FormDrawer>
  );
}
