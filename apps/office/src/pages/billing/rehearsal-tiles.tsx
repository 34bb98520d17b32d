import { useTranslations } from 'use-intl';
import { formatDate, useFormat } from '../../format';
import { Tiles } from '../../parts/page';
import { StatTile } from '../../parts/stat-tile';
import type { Rehearsal, RehearsedBill } from './rehearsal';

const sumOf = (bills: readonly RehearsedBill[]) => bills.reduce((sum, bill) => sum + bill.total, 0);

/** The month in four figures: to issue, issued, in all against last month, to look at. */
export function RehearsalTiles({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useTranslations('billing.run');
  const format = useFormat();
  const { bills, newCount, existingCount, total, dueOn } = rehearsal;
  const issued = bills.filter((bill) => bill.existingBillId !== null);
  const last = bills.reduce((sum, bill) => sum + (bill.lastTotal ?? 0), 0);
  const count = (number: number) => t('bills', { count: format.count(number) });
  return (
    <Tiles>
      <StatTile
        label={t('toIssue')}
        value={format.money(total - sumOf(issued))}
        note={`${count(newCount)} · ${t('dueOn', { day: formatDate(dueOn) })}`}
      />
      <StatTile
        label={t('issued')}
        value={format.money(sumOf(issued))}
        note={count(existingCount)}
      />
      <StatTile
        label={t('sum')}
        value={format.money(total)}
        note={last > 0 ? t('sumNote', { total: format.money(last) }) : t('sumFirst')}
      />
      <OddTile bills={bills} />
    </Tiles>
  );
}

function OddTile({ bills }: { bills: readonly RehearsedBill[] }) {
  const t = useTranslations('billing.run');
  const format = useFormat();
  const odd = bills.filter((bill) => bill.oddities.length > 0);
  const kinds = [...new Set(odd.flatMap((bill) => bill.oddities))].map((oddity) => {
    const count = odd.filter((bill) => bill.oddities.includes(oddity)).length;
    return t('oddCount', { count: format.count(count), oddity: t(`oddity.${oddity}`) });
  });
  return (
    <StatTile
      label={t('odd')}
      value={format.count(odd.length)}
      tone={odd.length > 0 ? 'attention' : 'good'}
      note={kinds.length > 0 ? kinds.join(' · ') : t('oddNone')}
    />
  );
}
