import { useTranslations } from 'use-intl';
import { addMonths, likelyToday } from '../../format';
import { MonthPicker } from '../../parts/month-picker';
import { PageHeader, Toolbar } from '../../parts/page';
import { useAddress } from '../../parts/search';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { ExceptionsSection } from './exceptions-section';
import { MonthPicture } from './month-picture';
import { RulesSection } from './rules-section';

/** On which days the market chosen in the top bar meets. */
export function MarketDaysPage() {
  const t = useTranslations('marketDays');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <DaysOf key={market.id} marketId={market.id} marketName={market.name} />;
}

const MONTHS_AHEAD = 14;

function DaysOf({ marketId, marketName }: { marketId: string; marketName: string }) {
  const t = useTranslations('marketDays');
  const [{ month }, change] = useAddress();
  const now = likelyToday().slice(0, 7);
  const shown = /^\d{4}-(0[1-9]|1[0-2])$/.test(month ?? '') ? (month ?? now) : now;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { market: marketName })} />
      <Toolbar>
        <MonthPicker
          value={shown}
          onChange={(chosen) => change({ month: chosen })}
          last={addMonths(now, MONTHS_AHEAD)}
        />
      </Toolbar>
      <MonthPicture marketId={marketId} month={shown} />
      <RulesSection marketId={marketId} />
      <ExceptionsSection marketId={marketId} />
    </>
  );
}
