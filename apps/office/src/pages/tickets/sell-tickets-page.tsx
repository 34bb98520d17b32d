import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../../parts/page';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { SellForm } from './sell-form';
import { SoldTickets, type Sold } from './sold-tickets';

/** Sells tickets fast: the kind of seller, how many, cash or QR. */
export function SellTicketsPage() {
  const t = useTranslations('tickets');
  const { market } = useScope();
  const [sold, setSold] = useState<Sold>();
  if (!market) return <NoMarket title={t('form.title')} />;
  return (
    <>
      <PageHeader
        title={t('form.title')}
        subtitle={t('form.subtitle', { market: market.name })}
        crumbs={[{ label: t('title'), to: '/tickets' }]}
      />
      {sold ? (
        <SoldTickets sold={sold} onNext={() => setSold(undefined)} />
      ) : (
        <SellForm key={market.id} marketId={market.id} onSold={setSold} />
      )}
    </>
  );
}
