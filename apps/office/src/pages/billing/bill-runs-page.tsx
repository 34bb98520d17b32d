import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { likelyToday, addMonths } from '../../format';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader } from '../../parts/page';
import { useAddress } from '../../parts/search';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { useScope, type Scope } from '../../scope';
import { BillRunHistory } from './bill-run-history';
import { IssueButton } from './issue-button';
import { useRehearsal } from './rehearsal';
import { RehearsalProblems } from './rehearsal-problems';
import { RehearsalTable } from './rehearsal-table';
import { RehearsalTiles } from './rehearsal-tiles';

/** A market's month: rehearsed as soon as it is opened, issued with one press and one question. */
export function BillRunsPage() {
  const t = useTranslations('billing.run');
  const { market } = useScope();
  if (!market)
    return (
      <>
        <PageHeader title={t('title')} subtitle={t('subtitle')} />
        <EmptyState title={t('noMarket')} hint={t('noMarketHint')} />
      </>
    );
  return <MonthOfMarket key={market.id} market={market} />;
}

function MonthOfMarket({ market }: { market: NonNullable<Scope['market']> }) {
  const t = useTranslations('billing.run');
  const [address, change] = useAddress();
  const thisMonth = likelyToday().slice(0, 7);
  const month = address.month ?? thisMonth;
  const rehearsal = useRehearsal(market.id, month);
  const actions = (
    <>
      <MonthPicker
        value={month}
        last={addMonths(thisMonth, 1)}
        onChange={(chosen) => change({ month: chosen })}
      />
      <Button component={Link} to="/board-runs" variant="default">
        {t('allMarkets')}
      </Button>
      {rehearsal.data && <IssueButton market={market} rehearsal={rehearsal.data} />}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={actions} />
      {rehearsal.isPending && <Waiting />}
      {rehearsal.isError && (
        <ErrorState error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />
      )}
      {rehearsal.data && (
        <>
          <RehearsalProblems marketId={market.id} rehearsal={rehearsal.data} />
          <RehearsalTiles rehearsal={rehearsal.data} />
          <RehearsalTable rehearsal={rehearsal.data} />
        </>
      )}
      <BillRunHistory marketId={market.id} month={month} />
    </>
  );
}
