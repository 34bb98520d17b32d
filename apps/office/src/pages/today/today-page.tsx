import { Navigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay, usePermissions, useSession } from '../../api/session';
import { likelyToday, useFormat } from '../../format';
import { firstPage } from '../../navigation';
import { PageHeader } from '../../parts/page';
import { BankWork } from './bank-work';
import { Books } from './books';
import { Collected } from './collected';
import { NextSteps } from './next-steps';
import { ThisMonth } from './this-month';

/** What the board looks at first: the money of the day, what waits for somebody, the books. */
export function TodayPage() {
  const t = useTranslations('today');
  const format = useFormat();
  const { boards } = useSession();
  const first = firstPage(usePermissions());
  const sees = {
    bank: useMay('reconciliation.read'),
    cash: useMay('cash.read'),
    banking: useMay('banking.read'),
    bills: useMay('billing.read'),
    books: useMay('markets.read'),
  };
  // The Department and the commune have no day of money: they begin with their own first page.
  if (first !== '/') return <Navigate to={first} replace />;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { day: format.date(likelyToday()), boards: boards.length })}
      />
      <Collected seesBank={sees.bank} seesCash={sees.cash} />
      {sees.banking && <BankWork />}
      {sees.bills && <ThisMonth />}
      {sees.books && <Books />}
      <NextSteps />
    </>
  );
}
