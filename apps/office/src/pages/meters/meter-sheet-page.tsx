import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { likelyToday } from '../../format';
import { Choice } from '../../parts/choice';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader } from '../../parts/page';
import { useAddress } from '../../parts/search';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { Losses } from './losses';
import { SheetForm } from './sheet-form';

/** A month's meters in walking order, typed with the keyboard alone. */
export function MeterSheetPage() {
  const t = useTranslations('meters.sheet');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <SheetOf key={market.id} marketId={market.id} />;
}

function SheetOf({ marketId }: { marketId: string }) {
  const t = useTranslations('meters');
  const [address, change] = useAddress();
  const thisMonth = likelyToday().slice(0, 7);
  const month = address.month ?? thisMonth;
  const feeType = address.kind === 'water' ? 'water' : 'electricity';
  const sheet = useQuery(
    reading('/api/v1/markets/{id}/meter-sheet', {
      path: { id: marketId },
      query: { month, feeType },
    }),
  );
  const kinds = (['electricity', 'water'] as const).map((value) => ({
    value,
    label: t(`kind.${value}`),
  }));
  const choices = (
    <>
      <Choice
        label={t('kindLabel')}
        options={kinds}
        value={feeType}
        onChange={(kind) => change({ kind })}
      />
      <MonthPicker
        value={month}
        last={thisMonth}
        onChange={(chosen) => change({ month: chosen })}
      />
    </>
  );
  return (
    <>
      <PageHeader title={t('sheet.title')} subtitle={t('sheet.subtitle')} actions={choices} />
      {sheet.isPending && <Waiting />}
      {sheet.isError && <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.data?.rows.length === 0 && (
        <EmptyState title={t('sheet.empty')} hint={t('sheet.emptyHint')} />
      )}
      {sheet.data && sheet.data.rows.length > 0 && (
        <>
          <SheetForm key={`${month} ${feeType}`} marketId={marketId} sheet={sheet.data} />
          <Losses sheet={sheet.data} />
        </>
      )}
    </>
  );
}
