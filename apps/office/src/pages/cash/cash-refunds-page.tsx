import { Anchor, Button, Group, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useSession } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { useScope } from '../../scope';
import { NoBoard } from '../closing/no-board';
import { ReasonDrawer } from '../../parts/reason-drawer';

type Refund = ItemOf<'/api/v1/cash-refunds'>;
type Act = 'pay' | 'takeBack';
interface ActProps {
  refund: Refund;
  onClose: () => void;
}
const STALE = [
  '/api/v1/cash-refunds',
  '/api/v1/refunds',
  '/api/v1/cash/custody',
  '/api/v1/boards/{id}/cash-book',
];

/** Refunds approved in cash: the cashier hands them over, each against a phiếu chi. */
export function CashRefundsPage() {
  const t = useTranslations('safe.refunds');
  const { boardId } = useScope();
  const [chosen, setChosen] = useState<{ refund: Refund; act: Act }>();
  const columns = useColumns((refund, act) => setChosen({ refund, act }));
  if (!boardId) return <NoBoard title={t('title')} />;
  const close = () => setChosen(undefined);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Refund>
        key={boardId}
        label={t('title')}
        read={({ page }) =>
          reading('/api/v1/cash-refunds', { query: { cursor: page.cursor, boardId } })
        }
        columns={columns}
        keyOf={({ refundId }) => refundId}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {chosen?.act === 'pay' && <Pay refund={chosen.refund} onClose={close} />}
      {chosen?.act === 'takeBack' && <TakeBack refund={chosen.refund} onClose={close} />}
    </>
  );
}

function useColumns(act: (refund: Refund, act: Act) => void): readonly Column<Refund>[] {
  const t = useTranslations('safe.refunds');
  return [
    { key: 'payee', title: t('payee'), cell: ({ payee }) => payee },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason, isWideOnly: true },
    { key: 'by', title: t('decidedBy'), cell: ({ decidedByName }) => decidedByName },
    {
      key: 'at',
      title: t('decidedAt'),
      cell: ({ decidedAt }) => <InstantText at={decidedAt} />,
      isWideOnly: true,
    },
    { key: 'slip', title: t('slip'), cell: (refund) => <SlipLink refund={refund} /> },
    {
      key: 'act',
      title: t('todo'),
      align: 'right',
      cell: (refund) => <Todo refund={refund} act={(one) => act(refund, one)} />,
    },
  ];
}

function SlipLink({ refund: { slipId, slipNumber, paidAt } }: { refund: Refund }) {
  const t = useTranslations('safe.refunds');
  if (!slipId || !paidAt) return t('waiting');
  return (
    <Group gap="xs" wrap="nowrap">
      <Anchor
        href={`/api/v1/safe-slips/${slipId}/pdf`}
        target="_blank"
        aria-label={t('openSlip', { number: slipNumber ?? '' })}
      >
        {slipNumber}
      </Anchor>
      <InstantText at={paidAt} />
    </Group>
  );
}

function Todo({ refund, act }: { refund: Refund; act: (act: Act) => void }) {
  const t = useTranslations('safe.refunds');
  const { user } = useSession();
  const { state, payee, decidedBy } = refund;
  if (state === 'approved' && decidedBy === user.id) return t('byAnother');
  const one = state === 'approved' ? 'pay' : 'takeBack';
  return (
    <Button
      size="compact-sm"
      variant="light"
      onClick={() => act(one)}
      aria-label={`${t(one)}: ${payee}`}
    >
      {t(one)}
    </Button>
  );
}

function Pay({ refund, onClose }: ActProps) {
  const t = useTranslations('safe.refunds');
  const format = useFormat();
  const { refundId, payee, amount } = refund;
  const draftId = useRef(v7());
  const submit = useSubmit<void, unknown>({
    send: (_, key) => {
      const body = { id: draftId.current };
      const params = { path: { id: refundId } };
      return answer(api.POST('/api/v1/cash-refunds/{id}/pay', { params, body, ...once(key) }));
    },
    invalidates: STALE,
    onDone: () => {
      toast(t('paid'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('payTo', { payee, amount: format.money(amount) })}
      confirmLabel={t('pay')}
      isBusy={submit.isPending}
      onCancel={onClose}
      onConfirm={() => submit.mutate()}
    >
      <SubmitError error={submit.error} />
      <Text>{t('payHint')}</Text>
    </ConfirmDialog>
  );
}

function TakeBack({ refund: { refundId }, onClose }: ActProps) {
  const t = useTranslations('safe.refunds');
  const params = { path: { id: refundId } };
  return (
    <ReasonDrawer
      title={t('takeBack')}
      hint={t('takeBackHint')}
      savedMessage={t('takenBack')}
      isOpen
      onClose={onClose}
      send={(body, key) =>
        answer(api.POST('/api/v1/cash-refunds/{id}/take-back', { params, body, ...once(key) }))
      }
      invalidates={STALE}
    />
  );
}
