import { Anchor, Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { SubmitError } from '../../parts/submit-error';

const SIZES = ['A5', 'roll-80', 'roll-58'] as const;

/** The numbered receipt of a bank payment: made with the first asking, then printed. */
export function PaymentReceipt({ paymentId }: { paymentId: string }) {
  const t = useTranslations('reconciliation.receipt');
  const mayIssue = useMay('billing.issue');
  const [receipt, setReceipt] = useState<{ id: string; number: string }>();
  const make = useSubmit({
    send: (_: undefined, key) =>
      answer(
        api.POST('/api/v1/payments/{id}/receipt', {
          params: { path: { id: paymentId } },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/payment-receipts'],
    onDone: setReceipt,
  });
  if (!mayIssue) return null;
  if (!receipt)
    return (
      <>
        <SubmitError error={make.error} />
        <Button
          variant="default"
          leftSection={<IconPrinter size={17} />}
          loading={make.isPending}
          onClick={() => make.mutate(undefined)}
        >
          {t('make')}
        </Button>
      </>
    );
  return (
    <Group role="status">
      {t('made', { number: receipt.number })}
      <PaperLinks path={`/api/v1/payment-receipts/${receipt.id}/paper`} />
    </Group>
  );
}

/** The paper of a receipt, on a sheet and on both rolls. */
export function PaperLinks({ path }: { path: string }) {
  const t = useTranslations('reconciliation.receipt');
  return SIZES.map((size) => (
    <Anchor key={size} href={`${path}?size=${size}`} target="_blank">
      {t(`size.${size}`)}
    </Anchor>
  ));
}
