import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { DateText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import css from './banking.module.css';
import { ApproveAccount } from './approve-account';
import { FeedsSection } from './feeds-section';
import { ProposeAccount } from './propose-account';
import { ProvingAccount } from './proving-account';
import { SilentAccounts } from './silent-accounts';

export type Account = ItemOf<'/api/v1/receiving-accounts'>;

/** Where money comes in, and through which doors the bank tells of it. */
export function AccountsPage() {
  const t = useTranslations('banking.accounts');
  const [isProposing, { open, close }] = useDisclosure(false);
  const mayRead = useMay('banking.read');
  const columns = useColumns();
  const propose = useMay('banking.write') && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('propose')}
    </Button>
  );
  // A commune's official may approve for a board without reading its bank.
  const path = mayRead ? '/api/v1/receiving-accounts' : '/api/v1/receiving-accounts/proposed';
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={propose} />
      {mayRead && <SilentAccounts />}
      <PagedTable<Account>
        label={t('title')}
        read={({ page }) => reading(path, { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        exports={mayRead}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: propose }}
      />
      {mayRead && <AccountsToProve />}
      {mayRead && (
        <div className={css.below}>
          <FeedsSection />
        </div>
      )}
      {isProposing && <ProposeAccount onClose={close} />}
    </>
  );
}

function AccountsToProve() {
  const waiting = useQuery(reading('/api/v1/receiving-accounts', { query: { state: 'waiting' } }));
  return waiting.data?.items.map((account) => (
    <div key={account.id} className={css.below}>
      <ProvingAccount account={account} />
    </div>
  ));
}

const tones: Readonly<Record<Exclude<Account['state'], 'proposed'>, Tone>> = {
  waiting: 'waiting',
  live: 'good',
  closed: 'quiet',
};

function useColumns(): readonly Column<Account>[] {
  const t = useTranslations('banking.accounts');
  return [
    {
      key: 'number',
      title: t('number'),
      cell: ({ bankName, bin, number }) => (
        <span className={css.account}>
          <b className="amount">{number}</b>
          <small>{bankName ?? bin}</small>
        </span>
      ),
    },
    { key: 'holder', title: t('holder'), cell: ({ holderName }) => holderName },
    {
      key: 'opening',
      title: t('opening'),
      align: 'right',
      cell: ({ openingBalance }) => <Money amount={openingBalance} />,
    },
    { key: 'from', title: t('openedOn'), cell: ({ openedOn }) => <DateText day={openedOn} /> },
    {
      key: 'people',
      title: t('people'),
      cell: ({ createdByName, approvedByName }) => (
        <small>{`${createdByName || '—'} / ${approvedByName ?? '—'}`}</small>
      ),
      isWideOnly: true,
    },
    {
      key: 'state',
      title: t('state'),
      cell: (account) =>
        account.state === 'proposed' ? (
          <ApproveAccount account={account} />
        ) : (
          <StatusBadge tone={tones[account.state]}>{t(`stateValue.${account.state}`)}</StatusBadge>
        ),
    },
  ];
}
