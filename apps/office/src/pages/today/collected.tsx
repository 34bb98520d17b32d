import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { daysBetween, likelyToday, useFormat } from '../../format';
import { Tiles } from '../../parts/page';
import { ErrorState } from '../../parts/states';
import { StatTile } from '../../parts/stat-tile';

const EVERY_MINUTE_MS = 60_000;
const LONG_DAYS = 3;

const ageOf = (day: string | null): number => (day === null ? 0 : daysBetween(day, likelyToday()));

/** Money of the day by bank and in cash, and what has no payer or was not handed in. */
export function Collected({ seesBank, seesCash }: { seesBank: boolean; seesCash: boolean }) {
  return (
    <Tiles>
      {seesBank && <ByBank />}
      {seesCash && <ByCash />}
      {seesBank && <Unmatched />}
      {seesBank && <Claimed />}
      {seesCash && <InHand />}
    </Tiles>
  );
}

// Both tiles of a source ask the same question, which is sent once.
const useBank = () =>
  useQuery({ ...reading('/api/v1/reconciliation/today', {}), refetchInterval: EVERY_MINUTE_MS });
const useCash = () =>
  useQuery({ ...reading('/api/v1/cash/today', {}), refetchInterval: EVERY_MINUTE_MS });

function ByBank() {
  const t = useTranslations('today');
  const format = useFormat();
  const { data, isPending, isError, error, refetch } = useBank();
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const waiting = data?.waitingCount ?? 0;
  return (
    <StatTile
      label={`${t('collected')}: ${t('byBank').toLowerCase()}`}
      value={format.money(data?.matchedTodayVnd ?? 0)}
      note={waiting > 0 ? t('matching', { count: waiting }) : t('byBankNote')}
      tone="good"
      isLoading={isPending}
    />
  );
}

function Unmatched() {
  const t = useTranslations('today');
  const format = useFormat();
  const { data, isPending, isError } = useBank();
  if (isError) return null;
  const count = data?.unmatchedCount ?? 0;
  const days = ageOf(data?.oldestUnmatchedOn ?? null);
  return (
    <StatTile
      label={t('unmatched')}
      value={format.money(data?.unmatchedVnd ?? 0)}
      note={count === 0 ? t('unmatchedNone') : t('unmatchedNote', { count, days })}
      tone={toneOf(count, days)}
      to="/workbench"
      isLoading={isPending}
    />
  );
}

/** Who paid and does not see it; nothing while nobody waits. */
function Claimed() {
  const t = useTranslations('today');
  const { data } = useBank();
  const { openClaims: count = 0, overdueClaims: overdue = 0 } = data ?? {};
  if (count === 0) return null;
  return (
    <StatTile
      label={t('claims')}
      value={t('claimCount', { count })}
      note={t('claimsNote', { count: overdue })}
      tone={overdue > 0 ? 'bad' : 'attention'}
      to="/claims"
    />
  );
}

function ByCash() {
  const t = useTranslations('today');
  const format = useFormat();
  const { data, isPending, isError, error, refetch } = useCash();
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <StatTile
      label={`${t('collected')}: ${t('byCash').toLowerCase()}`}
      value={format.money(data?.takenTodayVnd ?? 0)}
      note={t('byCashNote', { count: data?.receiptsToday ?? 0 })}
      to="/receipts"
      isLoading={isPending}
    />
  );
}

function InHand() {
  const t = useTranslations('today');
  const format = useFormat();
  const { data, isPending, isError } = useCash();
  if (isError) return null;
  const count = data?.holders ?? 0;
  const days = ageOf(data?.oldestTakenOn ?? null);
  return (
    <StatTile
      label={t('inHand')}
      value={format.money(data?.inHandVnd ?? 0)}
      note={count === 0 ? t('inHandNone') : t('inHandNote', { count, days })}
      tone={toneOf(count, days)}
      to="/receipts"
      isLoading={isPending}
    />
  );
}

/** What waits a few days is work; what waits longer is a problem. */
function toneOf(count: number, days: number): 'plain' | 'attention' | 'bad' {
  if (count === 0) return 'plain';
  return days > LONG_DAYS ? 'bad' : 'attention';
}
