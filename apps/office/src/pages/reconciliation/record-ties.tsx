import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconCashOff, IconReceiptRefund } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../api/session';
import type { RecordDetail } from './bank-record-page';
import { RefundRecord } from './refund-record';
import { PayRefundDrawer, ReversalDrawer } from './tie-drawers';

/** What ties a record to another act: a credit the bank took back, a refund paid or proposed. */
export function RecordTies({ record: { id, state } }: { record: RecordDetail }) {
  const t = useTranslations('reconciliation');
  const mayDecide = useMay('reconciliation.decide');
  const [isReversing, reversing] = useDisclosure(false);
  const [isPaying, paying] = useDisclosure(false);
  const [isRefunding, refunding] = useDisclosure(false);
  if (!mayDecide) return null;
  return (
    <>
      {state === 'outgoing' && (
        <>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={17} />}
            onClick={reversing.open}
          >
            {t('reversal.action')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconReceiptRefund size={17} />}
            onClick={paying.open}
          >
            {t('payRefund.action')}
          </Button>
        </>
      )}
      {state === 'unmatched' && (
        <Button variant="default" leftSection={<IconCashOff size={17} />} onClick={refunding.open}>
          {t('refund.action')}
        </Button>
      )}
      <ReversalDrawer recordId={id} isOpen={isReversing} onClose={reversing.close} />
      <PayRefundDrawer recordId={id} isOpen={isPaying} onClose={paying.close} />
      <RefundRecord recordId={id} isOpen={isRefunding} onClose={refunding.close} />
    </>
  );
}
