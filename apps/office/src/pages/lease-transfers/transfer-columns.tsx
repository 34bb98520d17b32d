import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { DateText } from '../../parts/figures';
import type { Column } from '../../parts/paged-table';
import { DecideTransfer } from './decide-transfer';

export type Transfer = ItemOf<'/api/v1/lease-transfers'>;

export const TRANSFER_STATES = ['waiting', 'done', 'refused'] as const;

/** What every list of transfers says of each; one that waits is decided on here. */
export function useTransferColumns(): readonly Column<Transfer>[] {
  const t = useTranslations('tenancy.transfers');
  return [
    { key: 'stall', title: t('stall'), cell: ({ stallCode }) => stallCode },
    { key: 'holder', title: t('holder'), cell: ({ holderName }) => holderName },
    {
      key: 'taker',
      title: t('taker'),
      cell: ({ vendorName, newLeaseId }) =>
        newLeaseId ? (
          <Link to="/leases/$id" params={{ id: newLeaseId }}>
            {vendorName}
          </Link>
        ) : (
          vendorName
        ),
    },
    { key: 'from', title: t('from'), sort: 'from', cell: ({ from }) => <DateText day={from} /> },
    { key: 'document', title: t('document'), cell: (one) => one.documentNumber ?? '—' },
    { key: 'state', title: t('state'), cell: (one) => <DecideTransfer transfer={one} /> },
  ];
}
