import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessagePlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { DateText, InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { type Claim, ClaimState, claimStates, useClaimant } from './claim-state';
import { MakeClaim } from './make-claim';

/** Everybody who paid and does not see it; who waits longest on top. */
export function ClaimsPage() {
  const t = useTranslations('claims');
  const mayDecide = useMay('reconciliation.decide');
  const [isMaking, making] = useDisclosure(false);
  const make = mayDecide && (
    <Button leftSection={<IconMessagePlus size={17} />} onClick={making.open}>
      {t('make')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={make} />
      <PagedTable<Claim>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/claims', {
            query: {
              ...page,
              state: filters.state as Claim['state'] | undefined,
              overdue: filters.overdue === 'true' || undefined,
            },
          })
        }
        columns={useColumns()}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/claims/$id', params: { id } })}
        filters={useFilters()}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <MakeClaim isOpen={isMaking} onClose={making.close} />
    </>
  );
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('claims');
  return [
    {
      name: 'state',
      label: t('state'),
      options: claimStates.map((value) => ({ value, label: t(`stateValue.${value}`) })),
    },
    {
      name: 'overdue',
      label: t('overdue'),
      options: [{ value: 'true', label: t('overdueValue') }],
    },
  ];
}

function useColumns(): readonly Column<Claim>[] {
  const t = useTranslations('claims');
  const claimant = useClaimant();
  return [
    {
      key: 'stall',
      title: t('stall'),
      cell: (claim) => claimant(claim).full,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'paidAt', title: t('paidAt'), cell: ({ paidAt }) => <InstantText at={paidAt} /> },
    { key: 'toldBy', title: t('toldBy'), cell: ({ toldBy }) => toldBy, isWideOnly: true },
    { key: 'dueOn', title: t('dueOn'), cell: ({ dueOn }) => <DateText day={dueOn} /> },
    { key: 'state', title: t('state'), cell: (claim) => <ClaimState claim={claim} /> },
  ];
}
