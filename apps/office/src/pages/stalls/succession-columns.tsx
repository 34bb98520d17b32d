import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { DateText } from '../../parts/figures';
import type { Column } from '../../parts/rows-table';

export type Succession = ItemOf<'/api/v1/markets/{id}/stall-successions'>;

export function useSuccessionColumns(): readonly Column<Succession>[] {
  const t = useTranslations('stalls');
  return [
    {
      key: 'on',
      title: t('successions.on'),
      sort: 'beginsOn',
      cell: ({ beginsOn }) => <DateText day={beginsOn} />,
    },
    {
      key: 'kind',
      title: t('successions.kind'),
      cell: ({ kind }) => t(`successions.kindValue.${kind}`),
    },
    {
      key: 'from',
      title: t('successions.from'),
      cell: ({ from }) => <Stalls stalls={from} />,
    },
    { key: 'to', title: t('successions.to'), cell: ({ to }) => <Stalls stalls={to} /> },
    { key: 'reason', title: t('successions.reason'), cell: ({ reason }) => reason },
    {
      key: 'by',
      title: t('successions.by'),
      cell: ({ actorName }) => actorName ?? t('states.program'),
      isWideOnly: true,
    },
  ];
}

function Stalls({ stalls }: { stalls: Succession['from'] }) {
  return stalls.map(({ id, code }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link to="/stalls/$id" params={{ id }}>
        {code}
      </Link>
    </span>
  ));
}
