import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';
import type { RecordDrawerProps } from './undo-drawer';
import { useDecision } from './use-decision';

interface Values {
  leaseId: string | null;
  billId: string | null;
  reason: string;
}

/** Names whose money an unmatched record is. */
export function AssignDrawer({ record, isOpen, onClose, ...decided }: RecordDrawerProps) {
  const t = useTranslations('reconciliation');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { leaseId: null, billId: null, reason: '' },
    validate: { leaseId: rules.required, reason: rules.required },
  });
  const submit = useDecision(
    ({ leaseId, billId, reason }: Values, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/match', {
          params: { path: { id: record.id } },
          body: {
            leaseId: leaseId ?? '',
            billId: billId ?? undefined,
            reason,
            since: record.since ?? undefined,
          },
          ...once(key),
        }),
      ),
    decided,
  );
  return (
    <FormDrawer
      title={t('assign.title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('assign.action')}
      savedMessage={t('assign.saved')}
    >
      <Text>{t('assign.hint')}</Text>
      <RemoteSelect
        label={t('assign.lease')}
        data-autofocus
        read={(q) => reading('/api/v1/leases', { query: { q } })}
        optionOf={({ id, stallCode, vendorName }) => ({
          value: id,
          label: t('stallOf', { stall: stallCode, vendor: vendorName }),
        })}
        {...form.getInputProps('leaseId')}
      />
      <BillSelect leaseId={form.values.leaseId} {...form.getInputProps('billId')} />
      <Textarea
        label={t('undo.reason')}
        autosize
        minRows={3}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}

interface BillSelectProps {
  leaseId: string | null;
  value?: string | null;
  onChange?: (billId: string | null) => void;
}

/** The open bills of the chosen lease; without a choice the oldest debt is paid first. */
function BillSelect({ leaseId, ...select }: BillSelectProps) {
  const t = useTranslations('reconciliation.assign');
  const format = useFormat();
  const account = reading('/api/v1/billing/leases/{id}', { path: { id: leaseId ?? '' } });
  const { data } = useQuery({ ...account, queryFn: leaseId ? account.queryFn : skipToken });
  const open = (data?.bills ?? []).filter(({ due }) => due > 0);
  return (
    <Select
      label={t('bill')}
      placeholder={t('oldest')}
      data={open.map(({ id, period, due }) => ({
        value: id,
        label: t('billOf', { month: format.month(period), due: format.money(due) }),
      }))}
      disabled={open.length === 0}
      clearable
      {...select}
    />
  );
}
