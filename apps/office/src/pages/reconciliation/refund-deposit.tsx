import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { NO_REFUND, RefundFields } from './refund-fields';
import { isLive, type Refund, RefundState, staleAfterRefund } from './refund-words';

interface RefundDepositProps {
  /** A give-back of the deposit, which nobody undid. */
  use: { id: string; amount: number; reason: string };
  refunds: readonly Refund[];
}

/** How what was given back of a deposit reaches its payer: its refund, or the way to propose one. */
export function RefundDeposit({ use, refunds }: RefundDepositProps) {
  const t = useTranslations('reconciliation.refundDeposit');
  const [isOpen, { open, close }] = useDisclosure(false);
  const mayDecide = useMay('reconciliation.decide');
  const refund = refunds.find((one) => one.depositUseId === use.id && isLive(one));
  if (refund)
    return (
      <Link to="/refunds/$id" params={{ id: refund.id }}>
        <RefundState state={refund.state} />
      </Link>
    );
  if (!mayDecide) return null;
  return (
    <>
      <Button variant="subtle" size="xs" onClick={open}>
        {t('action')}
      </Button>
      {isOpen && <Drawer use={use} onClose={close} />}
    </>
  );
}

function Drawer({ use, onClose }: { use: RefundDepositProps['use']; onClose: () => void }) {
  const t = useTranslations('reconciliation.refundDeposit');
  const words = useTranslations('reconciliation.refund');
  const format = useFormat();
  const { required } = useRules();
  const form = useForm({
    initialValues: { ...NO_REFUND, reason: use.reason },
    validate: { payee: required, reason: required },
  });
  const submit = useSubmit({
    send: (body: typeof form.values, key) =>
      answer(
        api.POST('/api/v1/deposit-uses/{id}/refunds', {
          params: { path: { id: use.id } },
          body,
          ...once(key),
        }),
      ),
    invalidates: staleAfterRefund,
  });
  return (
    <FormDrawer
      title={t('title')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={words('save')}
      savedMessage={words('saved')}
    >
      <Text>{t('hint', { amount: format.money(use.amount) })}</Text>
      <RefundFields form={form} />
    </FormDrawer>
  );
}
