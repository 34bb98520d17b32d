import { Button, Group } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { TicketQr } from './ticket-qr';
import css from './tickets.module.css';

export interface Sold {
  readonly way: 'cash' | 'bank';
  readonly tickets: readonly {
    readonly id: string;
    readonly number: string;
    readonly code: string;
    readonly amount: number;
  }[];
}

/** The tickets that were just sold, each with its QR where it waits; Enter sells on. */
export function SoldTickets({
  sold: { way, tickets },
  onNext,
}: {
  sold: Sold;
  onNext: () => void;
}) {
  const t = useTranslations('tickets.form');
  const format = useFormat();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const amount = format.money(tickets.reduce((sum, ticket) => sum + ticket.amount, 0));
  return (
    <div role="status">
      <Section
        title={t('done', { count: tickets.length, amount })}
        hint={t(way === 'cash' ? 'doneCash' : 'doneBank')}
      >
        <ul className={css.sold}>
          {tickets.map((ticket) => (
            <li key={ticket.id}>
              <Link
                to="/tickets/$id"
                params={{ id: ticket.id }}
                aria-label={t('open', { number: ticket.number })}
              >
                <code>{ticket.number}</code>
              </Link>
              <strong>
                <Money amount={ticket.amount} />
              </strong>
              {way === 'bank' && <TicketQr ticket={ticket} />}
            </li>
          ))}
        </ul>
        <Group mt="lg">
          <Button ref={next} rightSection={<IconArrowRight size={17} />} onClick={onNext}>
            {t('next')}
          </Button>
        </Group>
      </Section>
    </div>
  );
}
