import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { InstantText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';

type Entry = ItemOf<'/api/v1/audit'>;
const PURPOSES = ['screen', 'contract', 'handover', 'liquidation'] as const;

/** Who saw this vendor in full, when and what for: the board's audit answers it. */
export function VendorViews({ vendorId }: { vendorId: string }) {
  const t = useTranslations('tenancy.vendors');
  const views = useQuery(
    reading('/api/v1/audit', {
      query: { subject: `vendor:${vendorId}`, q: 'tenancy.viewPersonal', limit: 200 },
    }),
  );
  const columns: readonly Column<Entry>[] = [
    { key: 'at', title: t('viewedAt'), cell: ({ at }) => <InstantText at={at} /> },
    { key: 'by', title: t('viewedBy'), cell: ({ actorName }) => actorName ?? '—' },
    { key: 'for', title: t('viewedFor'), cell: ({ after }) => t(`purpose.${purposeOf(after)}`) },
  ];
  return (
    <Section title={t('views')}>
      {views.isError && <ErrorState error={views.error} onRetry={() => void views.refetch()} />}
      {views.data?.total === 0 && <EmptyState title={t('viewsEmpty')} />}
      {views.data && views.data.total > 0 && (
        <RowsTable
          label={t('views')}
          rows={views.data.items}
          columns={columns}
          keyOf={({ seq }) => String(seq)}
        />
      )}
    </Section>
  );
}

const purposeOf = (after: Entry['after']) =>
  PURPOSES.find((purpose) => purpose === after?.['purpose']) ?? 'other';
