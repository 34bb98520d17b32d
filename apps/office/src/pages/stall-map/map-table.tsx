import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import type { StandingStall } from './standing';

/** The table behind the map; it is made when somebody asks for it. */
export function MapTable({ stalls }: { stalls: readonly StandingStall[] }) {
  const t = useTranslations('stallMap');
  const [isOpen, { toggle }] = useDisclosure(false);
  const columns = useColumns();
  const button = (
    <Button variant="default" onClick={toggle} aria-expanded={isOpen}>
      {isOpen ? t('hideTable') : t('showTable')}
    </Button>
  );
  return (
    <div className={isOpen ? undefined : 'screen-only'}>
      <Section title={t('table')} aside={button}>
        {isOpen && (
          <RowsTable
            label={t('table')}
            rows={stalls}
            columns={columns}
            keyOf={({ stallId }) => stallId}
            linkOf={({ stallId }) => ({ to: '/stalls/$id', params: { id: stallId } })}
          />
        )}
      </Section>
    </div>
  );
}

function useColumns(): readonly Column<StandingStall>[] {
  const t = useTranslations();
  return [
    { key: 'code', title: t('stalls.code'), cell: ({ code }) => code },
    { key: 'zone', title: t('stalls.zone'), cell: ({ zoneName }) => zoneName },
    {
      key: 'place',
      title: t('stallMap.place'),
      cell: ({ row, column }) => (row && column ? `${row}, ${column}` : '—'),
    },
    {
      key: 'standing',
      title: t('stallMap.dues'),
      cell: ({ standing }) => t(`stallMap.standing.${standing}`),
    },
    {
      key: 'due',
      title: t('stallMap.due'),
      align: 'right',
      cell: ({ due }) => <Money amount={due} />,
    },
    {
      key: 'card',
      title: t('cards.state'),
      cell: ({ card }) => (card === null ? '—' : t(`cards.stateValue.${card}`)),
    },
  ];
}
