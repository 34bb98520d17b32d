import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { Section } from '../../parts/page';
import { ErrorState } from '../../parts/states';
import css from './bill-page.module.css';

type Bill = BodyOf<'/api/v1/bills/{id}'>;

/** What pays the rest of a bill by scanning; a paid bill says so instead. */
export function BillQr({ bill }: { bill: Bill }) {
  const t = useTranslations('billing.bill');
  if (bill.due === 0)
    return (
      <Section title={t('pay')}>
        <p className={css.paid}>
          <IconCircleCheck size={22} aria-hidden="true" /> {t('paidInFull')}
        </p>
      </Section>
    );
  return <OpenQr bill={bill} />;
}

function OpenQr({ bill }: { bill: Bill }) {
  const t = useTranslations('billing.bill');
  const format = useFormat();
  const qr = useQrOf(bill);
  const amount = format.money(bill.due);
  return (
    <Section title={t('pay')} hint={t('payHint', { amount })}>
      {qr.isError && <ErrorState error={qr.error} onRetry={() => void qr.refetch()} />}
      {qr.data && (
        <>
          <QrImage bill={bill} />
          <dl className={css.payTo}>
            <PayToRows bill={bill} />
          </dl>
        </>
      )}
    </Section>
  );
}

/** The payment as text, read once for the screen and the paper. */
export function useQrOf({ id, due }: Bill) {
  return useQuery({ ...reading('/api/v1/bills/{id}/qr', { path: { id } }), enabled: due > 0 });
}

function QrImage({ bill: { id, code, due } }: { bill: Bill }) {
  const t = useTranslations('billing.bill');
  const format = useFormat();
  // Another sum due is another picture, whatever the browser has kept.
  const src = `/api/v1/bills/${id}/qr.svg?due=${due}`;
  return <img className={css.qr} src={src} alt={t('qr', { amount: format.money(due), code })} />;
}

/** Whom the code pays, for whoever cannot scan it. */
function PayToRows({ bill }: { bill: Bill }) {
  const t = useTranslations('billing.bill');
  const { data } = useQrOf(bill);
  if (!data) return null;
  const rows: readonly (readonly [string, string])[] = [
    [t('bank'), data.bank],
    [t('account'), data.account],
    [t('holder'), data.holderName],
    [t('purpose'), data.purpose],
  ];
  return rows.map(([word, value]) => (
    <div key={word}>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  ));
}
