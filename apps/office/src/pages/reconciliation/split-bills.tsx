import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { MoneyInput } from '../../parts/money-input';
import { Waiting } from '../../parts/states';
import css from './queue.module.css';
import { fillIn } from './split';

export interface SplitLease {
  readonly id: string;
  readonly stallCode: string;
  readonly vendorName: string;
}

interface SplitBillsProps {
  lease: SplitLease;
  amounts: Readonly<Record<string, number | null>>;
  /** What of the record is not given yet. */
  rest: number;
  onAmount: (billId: string, amount: number | null) => void;
}

/** The open bills of a lease, each with what it gets. */
export function SplitBills({ lease, amounts, rest, onAmount }: SplitBillsProps) {
  const t = useTranslations('queue.split');
  const format = useFormat();
  const { data } = useQuery(reading('/api/v1/billing/leases/{id}', { path: { id: lease.id } }));
  if (!data) return <Waiting />;
  const open = data.bills.filter(({ due }) => due > 0);
  if (open.length === 0) return <p>{t('nothingOpen', { stall: lease.stallCode })}</p>;
  return (
    <ul className={css.bills}>
      {open.map(({ id, period, due }) => {
        const amount = amounts[id] ?? null;
        const isTooMuch = amount !== null && amount > due;
        return (
          <li key={id}>
            <MoneyInput
              label={t('bill', { month: format.month(period), due: format.money(due) })}
              aria-label={t('billOf', { stall: lease.stallCode, month: format.month(period) })}
              value={amount}
              error={isTooMuch && t('moreThanDue', { due: format.money(due) })}
              onChange={(changed) => onAmount(id, changed)}
            />
            <Button
              variant="default"
              size="sm"
              onClick={() => onAmount(id, fillIn(rest + (amount ?? 0), due) || null)}
            >
              {t('fill')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
