import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { BodyOf } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { DocumentFields, NO_DOCUMENT } from '../reliefs/document-fields';
import { ReasonDrawer } from '../../parts/reason-drawer';

type Bill = BodyOf<'/api/v1/bills/{id}'>;

/** What a void or corrected bill makes untrue. */
const STALE = [
  '/api/v1/bills',
  '/api/v1/bills/{id}',
  '/api/v1/billing/leases/{id}',
  '/api/v1/billing/today',
  '/api/v1/reliefs',
];

/** A wrong bill: taken back whole, or by a sum that somebody else approves. */
export function TakeBackBill({ bill }: { bill: Bill }) {
  const t = useTranslations('reliefs');
  const [isVoiding, voiding] = useDisclosure(false);
  const [isCorrecting, correcting] = useDisclosure(false);
  if (!useMay('billing.issue') || bill.state === 'void') return null;
  return (
    <>
      {bill.kind !== 'security' && (
        <Button variant="default" onClick={correcting.open}>
          {t('correct.action')}
        </Button>
      )}
      <Button variant="default" color="red" onClick={voiding.open}>
        {t('void.action')}
      </Button>
      <ReasonDrawer
        title={t('void.action')}
        hint={t('void.hint')}
        savedMessage={t('void.saved')}
        isOpen={isVoiding}
        onClose={voiding.close}
        send={(body, key) =>
          answer(
            api.POST('/api/v1/bills/{id}/void', {
              params: { path: { id: bill.id } },
              body,
              ...once(key),
            }),
          )
        }
        invalidates={STALE}
      />
      <CorrectDrawer billId={bill.id} isOpen={isCorrecting} onClose={correcting.close} />
    </>
  );
}

interface CorrectDrawerProps {
  billId: string;
  isOpen: boolean;
  onClose: () => void;
}

const INITIAL = { ...NO_DOCUMENT, amount: null as number | null };

function CorrectDrawer({ billId, isOpen, onClose }: CorrectDrawerProps) {
  const t = useTranslations('reliefs');
  const { required, day, money } = useRules();
  const form = useForm({
    initialValues: INITIAL,
    validate: { document: required, documentOn: day, reason: required, amount: money },
  });
  const submit = useSubmit({
    send: ({ amount, ...paper }: typeof INITIAL, key) =>
      answer(
        api.POST('/api/v1/bills/{id}/corrections', {
          params: { path: { id: billId } },
          body: { ...paper, amount: amount ?? 0 },
          ...once(key),
        }),
      ),
    invalidates: STALE,
  });
  return (
    <FormDrawer
      title={t('correct.action')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('propose')}
      savedMessage={t('proposed')}
    >
      <Text>{t('correct.hint')}</Text>
      <MoneyInput label={t('correct.amount')} data-autofocus {...form.getInputProps('amount')} />
      <DocumentFields form={form} />
    </FormDrawer>
  );
}
