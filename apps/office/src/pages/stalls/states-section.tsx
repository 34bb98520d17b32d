import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconReplace } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { DateText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ErrorState } from '../../parts/states';
import { ChangeState } from './change-state';
import { StallState } from './stall-state';
import type { Stall } from './stall-values';

type State = BodyOf<'/api/v1/stalls/{id}/states'>[number];

/** What a stall was at, from which day, why and by whose word. */
export function StatesSection({ stall }: { stall: Stall }) {
  const t = useTranslations('stalls.states');
  const [isChanging, { open, close }] = useDisclosure(false);
  const states = useQuery(reading('/api/v1/stalls/{id}/states', { path: { id: stall.id } }));
  const columns = useColumns();
  const change = useMay('markets.write') && stall.validTo === null && (
    <Button variant="light" leftSection={<IconReplace size={17} />} onClick={open}>
      {t('change')}
    </Button>
  );
  return (
    <Section title={t('title')} aside={change}>
      {states.isError && <ErrorState error={states.error} onRetry={() => void states.refetch()} />}
      {!states.isError && (
        <RowsTable
          label={t('title')}
          rows={states.data}
          columns={columns}
          keyOf={({ number }) => String(number)}
        />
      )}
      {isChanging && <ChangeState stalls={[stall]} onClose={close} />}
    </Section>
  );
}

function useColumns(): readonly Column<State>[] {
  const t = useTranslations('stalls');
  return [
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => <StallState state={state} />,
    },
    { key: 'from', title: t('states.from'), cell: ({ fromOn }) => <DateText day={fromOn} /> },
    {
      key: 'reason',
      title: t('states.reason'),
      cell: ({ reason }) => reason ?? t('states.first'),
    },
    {
      key: 'by',
      title: t('states.by'),
      cell: ({ actorName }) => actorName ?? t('states.program'),
      isWideOnly: true,
    },
  ];
}
