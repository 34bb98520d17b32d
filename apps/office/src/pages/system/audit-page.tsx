import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { InstantText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';

type Entry = ItemOf<'/api/v1/audit'>;

const HASH_SHOWN = 12;

/** People's decisions, the newest first. */
export function AuditPage() {
  const t = useTranslations('system.audit');
  const columns: readonly Column<Entry>[] = [
    { key: 'at', title: t('at'), cell: ({ at }) => <InstantText at={at} /> },
    { key: 'actor', title: t('actor'), cell: ({ actorName }) => actorName ?? t('program') },
    { key: 'act', title: t('act'), cell: ({ act }) => <code>{act}</code> },
    { key: 'subject', title: t('subject'), cell: ({ subject }) => <code>{subject}</code> },
    {
      key: 'hash',
      title: t('hash'),
      isWideOnly: true,
      cell: ({ hash }) => <code title={hash}>{hash.slice(0, HASH_SHOWN)}</code>,
    },
  ];
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Entry>
        label={t('title')}
        read={({ page }) => reading('/api/v1/audit', { query: page })}
        columns={columns}
        keyOf={({ boardId, seq }) => `${boardId} ${seq}`}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}
