import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { Facts } from '../../parts/page';
import type { Ticket } from './ticket-state';
import css from './tickets.module.css';

interface TicketEvidenceProps {
  ticket: Ticket;
  record: { readonly amount: number; readonly codes: readonly string[] };
}

/** What speaks for a ticket and against it, before a person says that a transfer paid it. */
export function TicketEvidence({ ticket, record }: TicketEvidenceProps) {
  const t = useTranslations('tickets');
  const format = useFormat();
  const { code, amount, marketName, on, issuedByName } = ticket;
  const left = amount - record.amount;
  const sum = format.money(Math.abs(left));
  const isNamed = record.codes.includes(code);
  return (
    <section className={css.evidence} aria-label={t('choice.facts')}>
      <Facts
        rows={[
          [t('amount'), <Money key="amount" amount={amount} />],
          [t('day'), <DateText key="day" day={on} />],
          [t('market'), marketName],
          [t('seller'), issuedByName],
        ]}
      />
      <p>{t(isNamed ? 'choice.codeFound' : 'choice.codeMissing', { code })}</p>
      <p>{left === 0 ? t('choice.same') : t(left > 0 ? 'choice.short' : 'choice.over', { sum })}</p>
    </section>
  );
}
