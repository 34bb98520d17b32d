import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { StatusBadge } from '../../parts/status-badge';

export type Ticket = ItemOf<'/api/v1/tickets'>;

/** Paid says how; a QR that was shown is no money yet. */
export function TicketState({ ticket: { state, paidBy } }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  if (state === 'paid' && paidBy)
    return <StatusBadge tone="good">{t(`paidBy.${paidBy}`)}</StatusBadge>;
  return (
    <StatusBadge tone={state === 'void' ? 'quiet' : 'waiting'}>
      {t(`stateValue.${state}`)}
    </StatusBadge>
  );
}

/** What a ticket or a kind of tickets is of, in one line. */
export function useWhat() {
  const t = useTranslations('tickets.kind');
  return (of: Pick<Ticket, 'description' | 'goodsGroup' | 'carrier' | 'isRoofed'>): string =>
    [
      of.description,
      of.goodsGroup,
      of.carrier && t(`carrier.${of.carrier}`),
      of.isRoofed !== null && t(of.isRoofed ? 'roofed' : 'open'),
    ]
      .filter(Boolean)
      .join(', ');
}
