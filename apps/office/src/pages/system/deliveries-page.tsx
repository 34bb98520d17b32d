import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import type { Filter } from '../../parts/list-filters';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { BadSignatures } from './bad-signatures';
import { ReplayDelivery } from './replay-delivery';
import css from './system.module.css';

export type Delivery = ItemOf<'/api/v1/deliveries'>;

const tones: Readonly<Record<Delivery['outcome'], Tone>> = {
  waiting: 'waiting',
  booked: 'good',
  asked: 'attention',
  nothing: 'quiet',
  unreadable: 'bad',
};
const STATES = ['waiting', 'read', 'test', 'failed', 'asked'] as const;
const VERDICTS = ['verified', 'stale', 'pulled'] as const;

/** What the bank's providers sent, as it came, with what became of it. */
export function DeliveriesPage() {
  const t = useTranslations('system.deliveries');
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Delivery>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/deliveries', { query: { ...page, ...filters } })
        }
        columns={columns}
        keyOf={({ id }) => id}
        filters={useFilters()}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <BadSignatures />
    </>
  );
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('system.deliveries');
  const providers = useTranslations('banking.feeds');
  const format = useFormat();
  const feeds = useQuery(reading('/api/v1/feeds', {}));
  const feedOptions = (feeds.data?.items ?? []).map(({ id, provider, createdAt }) => ({
    value: id,
    label: `${providers(`providerValue.${provider}`)} · ${format.instant(createdAt)}`,
  }));
  const words = <Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return [
    {
      name: 'state',
      label: t('state'),
      options: words(STATES, (state) => t(`stateValue.${state}`)),
    },
    {
      name: 'verdict',
      label: t('verdict'),
      options: words(VERDICTS, (verdict) => t(`verdictValue.${verdict}`)),
    },
    { name: 'feedId', label: t('feed'), options: feedOptions },
  ];
}

function useColumns(): readonly Column<Delivery>[] {
  const t = useTranslations('system.deliveries');
  const providers = useTranslations('banking.feeds');
  const format = useFormat();
  const mayReplay = useMay('banking.write');
  const columns: readonly Column<Delivery>[] = [
    {
      key: 'at',
      title: t('receivedAt'),
      cell: ({ receivedAt }) => <InstantText at={receivedAt} />,
    },
    {
      key: 'provider',
      title: t('provider'),
      cell: ({ provider }) => providers(`providerValue.${provider}`),
    },
    {
      key: 'verdict',
      title: t('verdict'),
      cell: ({ verdict }) => (
        <StatusBadge tone={verdict === 'stale' ? 'attention' : 'good'}>
          {t(`verdictValue.${verdict}`)}
        </StatusBadge>
      ),
    },
    { key: 'outcome', title: t('outcome'), cell: (delivery) => <Outcome delivery={delivery} /> },
    { key: 'record', title: t('record'), cell: ({ recordId }) => <RecordLink id={recordId} /> },
    {
      key: 'body',
      title: t('body'),
      cell: ({ body, bytes }) =>
        body === null ? t('bytes', { count: format.count(bytes) }) : <Body text={body} />,
    },
  ];
  if (!mayReplay) return columns;
  const replay = ({ id }: Delivery) => <ReplayDelivery id={id} />;
  return [...columns, { key: 'replay', title: t('replay'), align: 'right', cell: replay }];
}

function Outcome({ delivery }: { delivery: Delivery }) {
  const t = useTranslations('system.deliveries');
  const { outcome, verdict, why, asked, isBelieved, recordId } = delivery;
  const unproven = recordId !== null && !isBelieved;
  return (
    <span className={css.outcome}>
      <StatusBadge tone={tones[outcome]}>{t(`outcomeValue.${outcome}`)}</StatusBadge>
      {why !== null && <small>{t('unread', { why })}</small>}
      {unproven && <small>{t(verdict === 'stale' ? 'stale' : 'unproven')}</small>}
      {asked !== null && (
        <small>
          {t(`askedValue.${asked}`)} <Link to="/bank-questions">{t('openQuestion')}</Link>
        </small>
      )}
    </span>
  );
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
