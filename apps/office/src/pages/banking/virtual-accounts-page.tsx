import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { Approval } from '../../parts/approval';
import { DateText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { EndVirtualAccount } from './end-virtual-account';
import { ProposeVirtualAccount } from './propose-virtual-account';

export const VIRTUAL_ACCOUNTS = '/api/v1/virtual-accounts';
export type VirtualAccount = ItemOf<typeof VIRTUAL_ACCOUNTS>;

const states = ['proposed', 'inUse', 'ended'] as const;

/** Numbers that the bank gave for one stall each: money sent to them names its stall. */
export function VirtualAccountsPage() {
  const t = useTranslations('virtualAccounts');
  const mayPropose = useMay('banking.write');
  const [isProposing, proposing] = useDisclosure(false);
  const [ending, setEnding] = useState<VirtualAccount>();
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          mayPropose && (
            <Button leftSection={<IconPlus size={17} />} onClick={proposing.open}>
              {t('propose')}
            </Button>
          )
        }
      />
      <PagedTable<VirtualAccount>
        label={t('title')}
        read={({ page, filters }) =>
          reading(VIRTUAL_ACCOUNTS, {
            query: { ...page, state: filters.state as VirtualAccount['state'] | undefined },
          })
        }
        columns={useColumns(mayPropose ? setEnding : undefined)}
        keyOf={({ id }) => id}
        filters={useFilters()}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {isProposing && <ProposeVirtualAccount onClose={proposing.close} />}
      {ending && <EndVirtualAccount account={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('virtualAccounts');
  return [
    {
      name: 'state',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`stateValue.${value}`) })),
    },
  ];
}

function useColumns(
  end: ((account: VirtualAccount) => void) | undefined,
): readonly Column<VirtualAccount>[] {
  const t = useTranslations('virtualAccounts');
  return [
    { key: 'number', title: t('number'), cell: ({ number }) => <code>{number}</code> },
    {
      key: 'stall',
      title: t('stall'),
      cell: ({ stallCode, marketName }) => `${stallCode} · ${marketName}`,
    },
    {
      key: 'days',
      title: t('days'),
      cell: ({ validFrom, validTo }) => (
        <>
          <DateText day={validFrom} /> – {validTo ? <DateText day={validTo} /> : '…'}
        </>
      ),
    },
    { key: 'by', title: t('by'), cell: ({ createdByName }) => createdByName },
    {
      key: 'state',
      title: t('state'),
      cell: (account) => <Standing account={account} end={end} />,
    },
  ];
}

interface StandingProps {
  account: VirtualAccount;
  end: ((account: VirtualAccount) => void) | undefined;
}

function Standing({ account, end }: StandingProps) {
  const t = useTranslations('virtualAccounts');
  const { id, state, number, stallCode: stall, validTo, createdBy } = account;
  if (state === 'ended') return <StatusBadge tone="quiet">{t('stateValue.ended')}</StatusBadge>;
  if (state === 'inUse')
    return end && validTo === null ? (
      <Button
        variant="default"
        size="xs"
        aria-label={t('endOf', { number })}
        onClick={() => end(account)}
      >
        {t('end')}
      </Button>
    ) : (
      <StatusBadge tone="good">{t('stateValue.inUse')}</StatusBadge>
    );
  return (
    <Approval
      createdBy={createdBy}
      needs="banking.approve"
      title={t('approveTitle')}
      approve={() =>
        answer(api.POST(`${VIRTUAL_ACCOUNTS}/{id}/approve`, { params: { path: { id } } }))
      }
      invalidates={[VIRTUAL_ACCOUNTS]}
      done={t('approved')}
    >
      <p>{t('approveText', { number, stall })}</p>
    </Approval>
  );
}
