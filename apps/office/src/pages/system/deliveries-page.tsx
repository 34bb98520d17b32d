import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import css from './system.module.css';

type Delivery = ItemOf<'/api/v1/deliveries'>;

const tones: Readonly<Record<Delivery['outcome'], Tone>> = {
  waiting: 'waiting',
  booked: 'good',
  asked: 'attention',
  nothing: 'quiet',
  unreadable: 'bad',
};

/** What the bank's providers sent, as it came, with what became of it. */
export function DeliveriesPage() {
  const t = useTranslations('system.deliveries');
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Delivery>
        label={t('title')}
        read={({ page }) => reading('/api/v1/deliveries', { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

function useColumns(): readonly Column<Delivery>[] {
  const t = useTranslations('system.deliveries');
  const format = useFormat();
  return [
    {
      key: 'at',
      title: t('receivedAt'),
      cell: ({ receivedAt }) => <InstantText at={receivedAt} />,
    },
    {
      key: 'verdict',
      title: t('verdict'),
      cell: ({ verdict }) => (
        <StatusBadge tone={verdict === 'verified' ? 'good' : 'attention'}>
          {t(`verdictValue.${verdict}`)}
        </StatusBadge>
      ),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      cell: ({ outcome }) => (
        <StatusBadge tone={tones[outcome]}>{t(`outcomeValue.${outcome}`)}</StatusBadge>
      ),
    },
    { key: 'record', title: t('record'), cell: ({ recordId }) => <RecordLink id={recordId} /> },
    {
      key: 'body',
      title: t('body'),
      cell: ({ body, bytes }) =>
        body === null ? t('bytes', { count: format.count(bytes) }) : <Body text={body} />,
    },
  ];
}

function RecordLink({ id }: { id: string | null }) {
  const t = useTranslations('system.deliveries');
  if (id === null) return '—';
  return (
    <Link to="/workbench/$id" params={{ id }}>
      {t('openRecord')}
    </Link>
  );
}

function Body({ text }: { text: string }) {
  const t = useTranslations('system.deliveries');
  return (
    <details className={css.raw}>
      <summary>{t('body')}</summary>
      <pre>{text}</pre>
    </details>
  );
}
