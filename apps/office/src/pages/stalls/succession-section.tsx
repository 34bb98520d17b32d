import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { Section } from '../../parts/page';
import { RowsTable } from '../../parts/rows-table';
import type { Stall } from './stall-values';
import { useSuccessionColumns } from './succession-columns';

/** What a stall came from and what came after it; nothing is shown where nothing happened. */
export function SuccessionSection({ stall: { id, marketId } }: { stall: Stall }) {
  const t = useTranslations('stalls.successions');
  const columns = useSuccessionColumns().map(({ sort: _sort, ...column }) => column);
  const acts = useQuery(
    reading('/api/v1/markets/{id}/stall-successions', {
      path: { id: marketId },
      query: { stallId: id },
    }),
  );
  if (!acts.data || acts.data.total === 0) return null;
  return (
    <Section title={t('ofStall')}>
      <RowsTable
        label={t('ofStall')}
        rows={acts.data.items}
        columns={columns}
        keyOf={(act) => act.id}
      />
    </Section>
  );
}
