import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCash, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { DateText, InstantText, Money } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import css from '../billing/bill-page.module.css';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { MakeClaim } from '../claims/make-claim';
import { STALE_TICKETS } from './stale';
import { TicketQr } from './ticket-qr';
import { type Ticket, TicketState, useWhat } from './ticket-state';

/** A ticket opened: its price and decision, what pays it, its slip. */
export function TicketPage() {
  const t = useTranslations('tickets');
  const { id } = useParams({ from: '/tickets/$id' });
  const ticket = useQuery(reading('/api/v1/tickets/{id}', { path: { id } }));
  if (ticket.isError)
    return <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />;
  if (!ticket.data) return <Waiting />;
  const { number, marketName, on, state } = ticket.data;
  return (
    <>
      <PageHeader
        title={t('page.title', { number })}
        subtitle={
          <>
            {marketName} · <DateText day={on} />
          </>
        }
        crumbs={[{ label: t('title'), to: '/tickets' }]}
        actions={<Actions ticket={ticket.data} />}
      />
      <div className={css.columns}>
        <TicketFacts ticket={ticket.data} />
        {state === 'waiting' && (
          <Section title={t('page.pay')} hint={t('page.payHint')}>
            <TicketQr ticket={ticket.data} />
          </Section>
        )}
      </div>
    </>
  );
}

function TicketFacts({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  const format = useFormat();
  const what = useWhat();
  const { areaM2, count, unit, unitPrice, taxAmount, offDayReason, paidAt, voidReason } = ticket;
  const came = useWhatCame(ticket);
  const price = t(`kind.price.${unit}`, { price: format.money(unitPrice) });
  return (
    <Section title={t('page.facts')} aside={<TicketState ticket={ticket} />}>
      <Facts
        rows={[
          [t('amount'), <Money key="amount" amount={ticket.amount} />],
          [t('what'), what(ticket)],
          [t('page.price'), price],
          ...(areaM2 === null ? [] : [[t('page.area'), format.area(areaM2)] as const]),
          ...(count === 1 ? [] : [[t('page.count'), String(count)] as const]),
          ...(taxAmount > 0
            ? [[t('page.tax'), <Money key="tax" amount={taxAmount} />] as const]
            : []),
          [t('page.decision'), ticket.decisionNumber],
          ...(offDayReason ? [[t('page.offDay'), offDayReason] as const] : []),
          [t('page.code'), <code key="code">{ticket.code}</code>],
          [t('page.issued'), <InstantText key="issued" at={ticket.issuedAt} />],
          [t('seller'), ticket.issuedByName],
          ...(came === null ? [] : [[t('page.came'), came] as const]),
          ...(paidAt ? [[t('page.paid'), <InstantText key="paid" at={paidAt} />] as const] : []),
          ...(voidReason ? [[t('page.voidReason'), voidReason] as const] : []),
        ]}
      />
    </Section>
  );
}

/** What came, where it is another sum than the ticket's. */
function useWhatCame({ amount, paidAmount }: Ticket): string | null {
  const t = useTranslations('tickets.page');
  const format = useFormat();
  if (paidAmount === null || paidAmount === amount) return null;
  const left = amount - paidAmount;
  return t(left > 0 ? 'short' : 'over', {
    came: format.money(paidAmount),
    sum: format.money(Math.abs(left)),
  });
}

function Actions({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets.page');
  const slip = (size: 'roll-58' | 'roll-80', words: string) => (
    <Button
      component="a"
      href={`/api/v1/tickets/${ticket.id}/paper?size=${size}`}
      target="_blank"
      variant="default"
      leftSection={<IconPrinter size={17} />}
    >
      {words}
    </Button>
  );
  return (
    <>
      {slip('roll-58', t('slip58'))}
      {slip('roll-80', t('slip80'))}
      <VoidTicket ticket={ticket} />
      <ClaimTicket ticket={ticket} />
      <PayInCash ticket={ticket} />
    </>
  );
}

/** Cash at the end of the shift, for a transfer that did not come. */
function PayInCash({ ticket: { id, state } }: { ticket: Ticket }) {
  const t = useTranslations('tickets.page');
  const submit = useSubmit<void, unknown>({
    send: (_, key) =>
      answer(api.POST('/api/v1/tickets/{id}/cash', { params: { path: { id } }, ...once(key) })),
    invalidates: STALE_TICKETS,
    onDone: () => toast(t('paidInCash')),
  });
  if (!useMay('cash.collect') || state !== 'waiting') return null;
  return (
    <>
      <SubmitError error={submit.error} />
      <Button
        leftSection={<IconCash size={17} />}
        loading={submit.isPending}
        onClick={() => submit.mutate()}
      >
        {t('payInCash')}
      </Button>
    </>
  );
}

/** The buyer says it was paid and it does not show: the desk looks for the money. */
function ClaimTicket({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets.page');
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useMay('reconciliation.decide') || ticket.state !== 'waiting') return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('claim')}
      </Button>
      <MakeClaim isOpen={isOpen} onClose={close} ticket={ticket} />
    </>
  );
}

function VoidTicket({ ticket: { id, state } }: { ticket: Ticket }) {
  const t = useTranslations('tickets.page');
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useMay('billing.issue') || state === 'void') return null;
  return (
    <>
      <Button variant="default" color="red" onClick={open}>
        {t('void')}
      </Button>
      <ReasonDrawer
        title={t('void')}
        hint={t('voidHint')}
        savedMessage={t('voided')}
        isOpen={isOpen}
        onClose={close}
        send={(body, key) =>
          answer(
            api.POST('/api/v1/tickets/{id}/void', { params: { path: { id } }, body, ...once(key) }),
          )
        }
        invalidates={STALE_TICKETS}
      />
    </>
  );
}
