import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useMay } from '../../api/session';
import { once } from '../../api/use-submit';
import { useWaitsFor } from '../../parts/approval';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { ApproveRefund } from './approve-refund';
import { type Refund, staleAfterRefund } from './refund-words';

type Act = 'refuse' | 'withdraw' | 'unpay';
const POSSIBLE: Readonly<Record<Refund['state'], readonly Act[]>> = {
  proposed: ['refuse', 'withdraw'],
  approved: ['withdraw'],
  paid: ['unpay'],
  refused: [],
  withdrawn: [],
};

/** What may become of a refund where it stands, by whoever looks at it. */
export function RefundActs({ refund }: { refund: Refund }) {
  const t = useTranslations('reconciliation.refunds.acts');
  const [open, setOpen] = useState<Act>();
  const mayDecide = useMay('reconciliation.decide');
  const mayRefuse = useWaitsFor(refund.proposedBy, 'billing.approve') === null;
  const may = (act: Act) => {
    if (act === 'refuse') return mayRefuse;
    // What left the safe comes back there, counted by the cashier.
    return mayDecide && (act !== 'unpay' || refund.payout === 'bank');
  };
  return (
    <>
      {POSSIBLE[refund.state].filter(may).map((act) => (
        <Button key={act} variant="default" onClick={() => setOpen(act)}>
          {t(`${act}.action`)}
        </Button>
      ))}
      {refund.state === 'proposed' && <ApproveRefund refund={refund} />}
      {open && <ActDrawer act={open} id={refund.id} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function ActDrawer({ act, id, onClose }: { act: Act; id: string; onClose: () => void }) {
  const t = useTranslations(`reconciliation.refunds.acts.${act}`);
  return (
    <ReasonDrawer
      title={t('title')}
      hint={t('hint')}
      saveLabel={t('action')}
      savedMessage={t('saved')}
      isOpen
      onClose={onClose}
      send={(body, key) =>
        answer(
          api.POST(`/api/v1/refunds/{id}/${act}`, {
            params: { path: { id } },
            body,
            ...once(key),
          }),
        )
      }
      invalidates={[...staleAfterRefund, '/api/v1/bank-records/{id}/refunds-to-pay']}
    />
  );
}
