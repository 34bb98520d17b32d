import { useTranslations } from 'use-intl';
import type { BodyOf } from '../../api/reading';
import { formatMonth } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { BillLines } from './bill-lines';
import { PayToRows, QrImage } from './bill-qr';
import css from './bill-page.module.css';

type Bill = BodyOf<'/api/v1/bills/{id}'>;

/** The notice as it is handed to the vendor: seen on paper only. */
export function BillPaper({ bill }: { bill: Bill }) {
  const t = useTranslations('billing');
  return (
    <article className={`print-only ${css.paper}`}>
      <p className={css.paperHead}>
        {bill.boardName}
        <br />
        {bill.marketName}
      </p>
      <h1 className={css.paperTitle}>{t('bill.paper')}</h1>
      <p className={css.paperMonth}>
        {t('bill.paperMonth', { month: formatMonth(bill.period) })} · {t('stall')}{' '}
        <strong>{bill.stallCode}</strong> · {bill.vendorName}
      </p>
      <BillLines lines={bill.lines} />
      <div className={css.paperPay}>
        <div>
          <p className={css.paperDue}>
            {t('due')}: <Money amount={bill.due} />
          </p>
          <p>
            {t('bill.inWords')}: {bill.dueInWords}
          </p>
          <p>
            {t('dueOn')}: <DateText day={bill.dueOn} /> · {t('code')}: <code>{bill.code}</code>
          </p>
          <dl className={css.payTo}>
            <PayToRows bill={bill} />
          </dl>
        </div>
        {bill.due > 0 && <QrImage bill={bill} />}
      </div>
      <p className={css.paperNote}>{t('bill.paperNote')}</p>
    </article>
  );
}
