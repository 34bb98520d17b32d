import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import css from './system.module.css';

type Counted = BodyOf<'/api/v1/deliveries/bad-signatures'>[number];

/** Hours in which somebody knocked without knowing the secret; nothing at all where nobody did. */
export function BadSignatures() {
  const t = useTranslations('system.deliveries');
  const providers = useTranslations('banking.feeds');
  const format = useFormat();
  const { data = [] } = useQuery(reading('/api/v1/deliveries/bad-signatures', {}));
  if (data.length === 0) return null;
  const columns: readonly Column<Counted>[] = [
    { key: 'hour', title: t('hour'), cell: ({ hour }) => <InstantText at={hour} /> },
    {
      key: 'provider',
      title: t('provider'),
      cell: ({ provider }) => providers(`providerValue.${provider}`),
    },
    {
      key: 'count',
      title: t('count'),
      align: 'right',
      cell: ({ count }) => format.count(count),
    },
  ];
  return (
    <div className={css.below}>
      <Section title={t('badTitle')} hint={t('badHint')}>
        <RowsTable
          label={t('badTitle')}
          rows={data}
          columns={columns}
          keyOf={({ feedId, hour }) => `${feedId} ${hour}`}
        />
      </Section>
    </div>
  );
}
