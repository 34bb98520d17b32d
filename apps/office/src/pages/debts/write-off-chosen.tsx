import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconEraser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { formatMonth, useFormat } from '../../format';
import { DateInput } from '../../parts/date-input';
import { DateText, Money } from '../../parts/figures';
import { FormDrawer } from '../../parts/form-drawer';
import { type Column, RowsTable } from '../../parts/rows-table';
import { useRules } from '../../parts/rules';
import { ErrorState, Waiting } from '../../parts/states';
import { DocumentFields, NO_DOCUMENT } from '../reliefs/document-fields';

const REHEARSAL = '/api/v1/write-offs/rehearse';
const rehearse = (leaseIds: readonly string[]) =>
  answer(api.POST(REHEARSAL, { body: { leaseIds: [...leaseIds] } }));
type OwedBill = Awaited<ReturnType<typeof rehearse>>[number];

// As many as one proposal may name.
const MOST = 2000;
const INITIAL = { ...NO_DOCUMENT, dueUntil: '' };

interface WriteOffChosenProps {
  leaseIds: readonly string[];
  onDone: () => void;
}

/** Proposes to write off what the chosen debtors of one market owe; another person approves. */
export function WriteOffChosen({ leaseIds, onDone }: WriteOffChosenProps) {
  const t = useTranslations('reliefs.writeOff');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEraser size={17} />}
        disabled={leaseIds.length === 0}
        onClick={open}
      >
        {t('action')}
      </Button>
      {isOpen && <WriteOffDrawer leaseIds={leaseIds} onClose={close} onDone={onDone} />}
    </>
  );
}

const dueUpTo = (day: string, bills: readonly OwedBill[] = []): OwedBill[] =>
  bills.filter(({ dueOn }) => day === '' || dueOn <= day).slice(0, MOST);

function WriteOffDrawer({ leaseIds, onClose, onDone }: WriteOffChosenProps & { onClose(): void }) {
  const t = useTranslations('reliefs');
  const { required, day, dayOrEmpty } = useRules();
  const owed = useQuery({ queryKey: [REHEARSAL, leaseIds], queryFn: () => rehearse(leaseIds) });
  const form = useForm({
    initialValues: INITIAL,
    validate: {
      document: required,
      documentOn: day,
      reason: required,
      dueUntil: (value) =>
        dayOrEmpty(value) ?? (dueUpTo(value, owed.data).length > 0 ? null : t('writeOff.nothing')),
    },
  });
  const bills = dueUpTo(form.values.dueUntil, owed.data);
  const submit = useSubmit({
    send: ({ document, documentOn, reason }: typeof INITIAL, key) =>
      answer(
        api.POST('/api/v1/write-offs', {
          body: { document, documentOn, reason, billIds: bills.map(({ id }) => id) },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/reliefs', '/api/v1/arrears', REHEARSAL],
    onDone,
  });
  return (
    <FormDrawer
      title={t('writeOff.action')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('propose')}
      savedMessage={t('proposed')}
    >
      <Text>{t('writeOff.hint')}</Text>
      <DocumentFields form={form} />
      <DateInput
        label={t('writeOff.dueUntil')}
        description={t('writeOff.dueUntilHint')}
        {...form.getInputProps('dueUntil')}
      />
      {owed.isError && <ErrorState error={owed.error} onRetry={() => void owed.refetch()} />}
      {owed.isPending && <Waiting />}
      {owed.data && <OwedBills bills={bills} />}
    </FormDrawer>
  );
}

function OwedBills({ bills }: { bills: readonly OwedBill[] }) {
  const t = useTranslations('reliefs');
  const bill = useTranslations('billing');
  const format = useFormat();
  const amount = format.money(bills.reduce((sum, { due }) => sum + due, 0));
  const columns: readonly Column<OwedBill>[] = [
    {
      key: 'stall',
      title: t('stall'),
      cell: ({ stallCode, vendorName, period }) =>
        [stallCode, vendorName, formatMonth(period)].join(' · '),
    },
    { key: 'dueOn', title: bill('dueOn'), cell: ({ dueOn }) => <DateText day={dueOn} /> },
    {
      key: 'due',
      title: bill('due'),
      align: 'right',
      cell: ({ due }) => <Money amount={due} />,
    },
  ];
  return (
    <Stack gap="sm" aria-live="polite">
      <Text fw={600}>{t('writeOff.bills', { count: format.count(bills.length), amount })}</Text>
      <RowsTable
        label={t('writeOff.preview')}
        rows={bills}
        columns={columns}
        keyOf={({ id }) => id}
      />
    </Stack>
  );
}
