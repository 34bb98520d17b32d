import { Button, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { BodyOf } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { DocumentFields, NO_DOCUMENT } from '../reliefs/document-fields';
import { useFeeName } from './fee';

type Account = BodyOf<'/api/v1/billing/leases/{id}'>;

/** What an act on a lease makes untrue. */
export const staleOfLease = [
  '/api/v1/billing/leases/{id}',
  '/api/v1/billing/leases/{id}/deposit',
  '/api/v1/bills',
  '/api/v1/bills/{id}',
  '/api/v1/billing/today',
  '/api/v1/reliefs',
];

/** What is done for one lease beside its months: charged more, or its old debts written off. */
export function LeaseActs({ account }: { account: Account }) {
  const t = useTranslations('reliefs');
  const [isAdjusting, adjusting] = useDisclosure(false);
  const [isWritingOff, writingOff] = useDisclosure(false);
  if (!useMay('billing.issue')) return null;
  const owed = account.bills.filter((bill) => bill.due > 0 && bill.kind !== 'security');
  return (
    <>
      {owed.length > 0 && (
        <Button variant="default" onClick={writingOff.open}>
          {t('writeOff.action')}
        </Button>
      )}
      <Button variant="default" onClick={adjusting.open}>
        {t('adjust.action')}
      </Button>
      <AdjustDrawer leaseId={account.leaseId} isOpen={isAdjusting} onClose={adjusting.close} />
      <WriteOffDrawer bills={owed} isOpen={isWritingOff} onClose={writingOff.close} />
    </>
  );
}

const FEES = ['space', 'electricity', 'water', 'sanitation', 'security'] as const;
const NO_CHARGE = {
  feeType: 'space',
  amount: null as number | null,
  serviceFrom: '',
  serviceTo: '',
  reason: '',
};

interface AdjustDrawerProps {
  leaseId: string;
  isOpen: boolean;
  onClose: () => void;
}

function AdjustDrawer({ leaseId, isOpen, onClose }: AdjustDrawerProps) {
  const t = useTranslations('reliefs');
  const feeName = useFeeName();
  const { required, day, money } = useRules();
  const form = useForm({
    initialValues: NO_CHARGE,
    validate: { amount: money, serviceFrom: day, serviceTo: day, reason: required },
  });
  const submit = useSubmit({
    send: ({ amount, ...charge }: typeof NO_CHARGE, key) =>
      answer(
        api.POST('/api/v1/billing/leases/{id}/adjustments', {
          params: { path: { id: leaseId } },
          body: { ...charge, amount: amount ?? 0 },
          ...once(key),
        }),
      ),
    invalidates: staleOfLease,
  });
  return (
    <FormDrawer
      title={t('adjust.action')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('adjust.saved')}
    >
      <Text>{t('adjust.hint')}</Text>
      <Select
        label={t('feeType')}
        data={FEES.map((value) => ({ value, label: feeName(value) }))}
        allowDeselect={false}
        {...form.getInputProps('feeType')}
      />
      <MoneyInput label={t('deposit.amount')} {...form.getInputProps('amount')} />
      <DateInput label={t('fromOn')} {...form.getInputProps('serviceFrom')} />
      <DateInput label={t('toOn')} {...form.getInputProps('serviceTo')} />
      <Textarea label={t('reason')} maxLength={500} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

interface WriteOffDrawerProps {
  bills: Account['bills'];
  isOpen: boolean;
  onClose: () => void;
}

function WriteOffDrawer({ bills, isOpen, onClose }: WriteOffDrawerProps) {
  const t = useTranslations('reliefs');
  const format = useFormat();
  const { required, day } = useRules();
  const form = useForm({
    initialValues: NO_DOCUMENT,
    validate: { document: required, documentOn: day, reason: required },
  });
  const submit = useSubmit({
    send: (paper: typeof NO_DOCUMENT, key) =>
      answer(
        api.POST('/api/v1/write-offs', {
          body: { ...paper, billIds: bills.map((bill) => bill.id) },
          ...once(key),
        }),
      ),
    invalidates: staleOfLease,
  });
  const count = format.count(bills.length);
  const amount = format.money(bills.reduce((sum, bill) => sum + bill.due, 0));
  return (
    <FormDrawer
      title={t('writeOff.action')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('propose')}
      savedMessage={t('proposed')}
    >
      <Text>{t('writeOff.hint')}</Text>
      <Text fw={600}>{t('writeOff.bills', { count, amount })}</Text>
      <DocumentFields form={form} />
    </FormDrawer>
  );
}
