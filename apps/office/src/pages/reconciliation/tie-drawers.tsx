import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { EmptyState } from '../../parts/states';
import { staleAfterDecision } from './use-decision';

interface TieDrawerProps {
  recordId: string;
  isOpen: boolean;
  onClose: () => void;
}

const STALE = [
  ...staleAfterDecision,
  '/api/v1/refunds',
  '/api/v1/bank-records/{id}/originals',
  '/api/v1/bank-records/{id}/refunds-to-pay',
];

type Original = BodyOf<'/api/v1/bank-records/{id}/originals'>[number];

/** Names the transfer that the bank took back by this record. */
export function ReversalDrawer({ recordId, isOpen, onClose }: TieDrawerProps) {
  const t = useTranslations('reconciliation.reversal');
  const format = useFormat();
  const { form, submit } = useTie({ originalId: '', reason: '' }, 'originalId', (body, key) =>
    answer(
      api.POST('/api/v1/bank-records/{id}/reversal', {
        params: { path: { id: recordId } },
        body,
        ...once(key),
      }),
    ),
  );
  const originals = useQuery({
    ...reading('/api/v1/bank-records/{id}/originals', { path: { id: recordId } }),
    enabled: isOpen,
  });
  const wordsOf = ({ bookedAt, reference, stallCode, vendorName, isNamed }: Original) =>
    [
      format.instant(bookedAt),
      stallCode ? `${stallCode} · ${vendorName}` : t('nobody'),
      reference ?? '',
      isNamed ? t('named') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <FormDrawer
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('save')}
      savedMessage={t('saved')}
    >
      <Text>{t('hint')}</Text>
      {originals.data?.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
      <Radio.Group label={t('original')} {...form.getInputProps('originalId')}>
        <Stack gap="xs" mt="xs">
          {originals.data?.map((one) => (
            <Radio key={one.recordId} value={one.recordId} label={wordsOf(one)} />
          ))}
        </Stack>
      </Radio.Group>
      <Reason label={t('reason')} input={form.getInputProps('reason')} />
    </FormDrawer>
  );
}

/** Names the approved refund that this record paid. */
export function PayRefundDrawer({ recordId, isOpen, onClose }: TieDrawerProps) {
  const t = useTranslations('reconciliation.payRefund');
  const format = useFormat();
  const { form, submit } = useTie({ refundId: '', reason: '' }, 'refundId', (body, key) =>
    answer(
      api.POST('/api/v1/bank-records/{id}/pay-refund', {
        params: { path: { id: recordId } },
        body,
        ...once(key),
      }),
    ),
  );
  const refunds = useQuery({
    ...reading('/api/v1/bank-records/{id}/refunds-to-pay', { path: { id: recordId } }),
    enabled: isOpen,
  });
  return (
    <FormDrawer
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('save')}
      savedMessage={t('saved')}
    >
      <Text>{t('hint')}</Text>
      {refunds.data?.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
      <Radio.Group label={t('refund')} {...form.getInputProps('refundId')}>
        <Stack gap="xs" mt="xs">
          {refunds.data?.map(({ id, payee, amount, stallCode, reason }) => (
            <Radio
              key={id}
              value={id}
              label={[payee, stallCode, format.money(amount), reason].filter(Boolean).join(' · ')}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Reason label={t('reason')} input={form.getInputProps('reason')} />
    </FormDrawer>
  );
}

function useTie<Values extends Record<string, string>>(
  initialValues: Values,
  chosen: keyof Values & string,
  send: (body: Values, key: string) => Promise<unknown>,
) {
  const rules = useRules();
  const form = useForm<Record<string, string>>({
    initialValues,
    validate: { [chosen]: rules.required, reason: rules.required },
  });
  const submit = useSubmit({
    send: (values: Record<string, string>, key) => send({ ...initialValues, ...values }, key),
    invalidates: STALE,
  });
  return { form, submit };
}

function Reason({ label, input }: { label: string; input: object }) {
  return <Textarea label={label} autosize minRows={2} maxLength={500} {...input} />;
}
