import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { RemoteSelect } from '../../parts/remote-select';
import type { Ticket } from './ticket-state';

interface ChooseTicketProps {
  value?: string | null;
  error?: React.ReactNode;
  /** Offered before anything is typed: the code that stands in a transfer. */
  code?: string | undefined;
  onChange: (ticket: Ticket | null) => void;
}

/** A ticket that waits for its money, by its number or code. */
export function ChooseTicket({ value, error, code, onChange }: ChooseTicketProps) {
  const t = useTranslations('tickets.choice');
  const format = useFormat();
  const [seen] = useState(() => new Map<string, Ticket>());
  return (
    <RemoteSelect
      label={t('label')}
      description={t('hint')}
      read={(q) => reading('/api/v1/tickets', { query: { q: q ?? code, state: 'waiting' } })}
      optionOf={(ticket) => {
        seen.set(ticket.id, ticket);
        const { id, number, amount, on } = ticket;
        const label = t('of', { number, amount: format.money(amount), day: format.date(on) });
        return { value: id, label };
      }}
      {...(value === undefined ? {} : { value })}
      error={error}
      onChange={(id) => onChange((id !== null && seen.get(id)) || null)}
    />
  );
}
