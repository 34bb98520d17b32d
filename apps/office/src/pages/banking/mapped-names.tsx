import { useTranslations } from 'use-intl';
import { Choice } from '../../parts/choice';
import { type Column, RowsTable } from '../../parts/rows-table';
import {
  COLUMNS_OF,
  exampleUnder,
  type LayoutKind,
  type MappedColumn,
  type ShownRow,
} from './header-guess';

type Places = Partial<Record<MappedColumn, number>>;

interface MappedNamesProps {
  kind: LayoutKind;
  rows: readonly ShownRow[];
  header: ShownRow;
  places: Places;
  onChange: (places: Places) => void;
}

interface Named {
  readonly name: string;
  readonly place: number;
}

/** The names of a header with what stands under them, and what each of them is. */
export function MappedNames({ kind, rows, header, places, onChange }: MappedNamesProps) {
  const t = useTranslations('banking.mapping');
  const names = header.cells
    .map((name, place) => ({ name, place }))
    .filter(({ name }) => name !== '');
  const held = COLUMNS_OF[kind];
  const give = (place: number, column: MappedColumn | 'none') => {
    const others = Object.entries(places).filter(([one, at]) => at !== place && one !== column);
    onChange({ ...Object.fromEntries(others), ...(column === 'none' ? {} : { [column]: place }) });
  };
  const columns: readonly Column<Named>[] = [
    { key: 'name', title: t('column'), cell: ({ name }) => name },
    { key: 'example', title: t('example'), cell: ({ place }) => exampleUnder(rows, header, place) },
    {
      key: 'is',
      title: t('is'),
      cell: ({ name, place }) => (
        <Choice
          label={t('isOf', { name })}
          options={(['none', ...held] as const).map((value) => ({
            value,
            label: t(`columnOf.${value}`),
          }))}
          value={held.find((column) => places[column] === place) ?? 'none'}
          onChange={(column) => give(place, column)}
        />
      ),
    },
  ];
  return (
    <RowsTable
      label={t('columns')}
      rows={names}
      columns={columns}
      keyOf={({ place }) => String(place)}
    />
  );
}
