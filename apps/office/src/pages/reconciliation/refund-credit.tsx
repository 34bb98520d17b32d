import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconReceiptRefund } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { NO_REFUND, RefundFields } from './refund-fields';
import { staleAfterRefund } from './refund-words';

/** Proposes to give a lease's credit back to who paid it; another person approves. */
export function RefundCredit({ leaseId, credit }: { leaseId: string; credit: number }) {
  const t = useTranslations('reconciliation.refundCredit');
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useMay('reconciliation.decide') || credit === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconReceiptRefund size={17} />} onClick={open}>
        {t('action')}
      </Button>
      <Drawer leaseId={leaseId} credit={credit} isOpen={isOpen} onClose={close} />
    </>
  );
}

interface DrawerProps {
  leaseId: string;
  credit: number;
  isOpen: boolean;
  onClose: () => void;
}

function Drawer({ leaseId, credit, isOpen, onClose }: DrawerProps) {
  const t = useTranslations('reconciliation.refundCredit');
  const words = useTranslations('reconciliation.refund');
  const format = useFormat();
  const { required, money } = useRules();
  const form = useForm({
    initialValues: { ...NO_REFUND, amount: credit as number | null },
    validate: { amount: money, payee: required, reason: required },
  });
  const submit = useSubmit({
    send: ({ amount, ...rest }: typeof form.values, key) =>
      answer(
        api.POST('/api/v1/leases/{id}/refunds', {
          params: { path: { id: leaseId } },
          body: { amount: amount ?? 0, ...rest },
          ...once(key),
        }),
      ),
    invalidates: staleAfterRefund,
  });
  return (
    <FormDrawer
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'billing.creditTooSmall': 'amount' }}
      saveLabel={words('save')}
      savedMessage={words('saved')}
    >
      <Text>{t('hint', { amount: format.money(credit) })}</Text>
      <MoneyInput label={t('amount')} {...form.getInputProps('amount')} />
      <RefundFields form={form} />
    </FormDrawer>
  );
}
