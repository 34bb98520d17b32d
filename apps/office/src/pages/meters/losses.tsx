import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import type { MeterSheet } from './sheet-words';

type Loss = MeterSheet['losses'][number];

/** What main meters counted that no stall's meter did. */
export function Losses({ sheet: { losses } }: { sheet: MeterSheet }) {
  const t = useTranslations('meters');
  const format = useFormat();
  if (losses.length === 0) return null;
  const columns: readonly Column<Loss>[] = [
    { key: 'code', title: t('code'), cell: ({ code }) => code },
    { key: 'place', title: t('place'), cell: ({ zoneName }) => zoneName ?? t('wholeMarket') },
    {
      key: 'usage',
      title: t('sheet.usage'),
      align: 'right',
      cell: ({ usage }) => format.quantity(usage),
    },
    {
      key: 'loss',
      title: t('sheet.loss'),
      align: 'right',
      cell: ({ loss }) => (loss === null ? t('sheet.unread') : format.quantity(loss)),
    },
  ];
  return (
    <Section title={t('sheet.losses')} hint={t('sheet.lossesHint')} isFlush>
      <RowsTable
        label={t('sheet.losses')}
        rows={losses}
        columns={columns}
        keyOf={({ meterId }) => meterId}
      />
    </Section>
  );
}
