import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { InstantText, Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import type { MoveInFile } from './move-in-file';

const TONES: Record<MoveInFile['state'], Tone> = {
  wrong: 'attention',
  ready: 'waiting',
  entering: 'waiting',
  done: 'good',
  refused: 'bad',
  replaced: 'quiet',
};

/** What was moved in before, and by whom. */
export function EarlierFiles({ boardId }: { boardId: string }) {
  const t = useTranslations('moveIn');
  const files = useQuery(reading('/api/v1/move-in/files', { query: { boardId } }));
  if (!files.data || files.data.items.length === 0) return null;
  const columns: readonly Column<MoveInFile>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => (
        <StatusBadge tone={TONES[state]}>{t(`stateValue.${state}`)}</StatusBadge>
      ),
    },
    {
      key: 'total',
      title: t('debts'),
      align: 'right',
      // The file's own sum proves nothing to who copies it: it is shown once it was proven.
      cell: ({ state, total }) => <Money amount={state === 'done' ? total : null} />,
    },
    { key: 'by', title: t('by'), cell: ({ uploadedByName }) => uploadedByName, isWideOnly: true },
    { key: 'at', title: t('at'), cell: ({ uploadedAt }) => <InstantText at={uploadedAt} /> },
  ];
  return (
    <Section title={t('earlier')} isFlush>
      <RowsTable
        label={t('earlier')}
        rows={files.data.items}
        columns={columns}
        keyOf={({ id }) => id}
      />
    </Section>
  );
}
