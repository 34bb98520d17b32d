import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { ErrorState } from '../../parts/states';
import css from '../billing/bill-page.module.css';

interface WaitingTicket {
  id: string;
  code: string;
  amount: number;
}

/** The VietQR of a ticket that waits, and the same as text for whoever cannot scan it. */
export function TicketQr({ ticket: { id, code, amount } }: { ticket: WaitingTicket }) {
  const t = useTranslations('tickets.page');
  const words = useTranslations('billing.bill');
  const format = useFormat();
  const qr = useQuery(reading('/api/v1/tickets/{id}/qr', { path: { id } }));
  if (qr.isError) return <ErrorState error={qr.error} onRetry={() => void qr.refetch()} />;
  if (!qr.data) return null;
  const { bank, account, holderName, purpose } = qr.data;
  return (
    <>
      <img
        className={css.qr}
        src={`/api/v1/tickets/${id}/qr.svg`}
        alt={t('qr', { amount: format.money(amount), code })}
      />
      <dl className={css.payTo}>
        {(
          [
            [words('bank'), bank],
            [words('account'), account],
            [words('holder'), holderName],
            [words('purpose'), purpose],
          ] as const
        ).map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
