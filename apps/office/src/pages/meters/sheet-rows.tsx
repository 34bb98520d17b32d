import { Button, Checkbox, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatusBadge } from '../../parts/status-badge';
import { ReadingPhoto } from './reading-photo';
import {
  isFarOff,
  type MeterSheet,
  NOTHING_TYPED,
  type SheetRow,
  type Typed,
  usageOf,
} from './sheet-words';
import css from './meters.module.css';

interface SheetRowsProps {
  sheet: MeterSheet;
  typed: Readonly<Record<string, Typed>>;
  onType: ((meterId: string, typed: Typed) => void) | undefined;
  onCorrect: ((row: SheetRow) => void) | undefined;
}

/** Enter and the arrows walk from meter to meter, as in a spreadsheet. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-meter]')];
  const next = fields[fields.indexOf(event.currentTarget) + step];
  next?.focus();
  next?.select();
}

export function SheetRows({ sheet, typed, onType, onCorrect }: SheetRowsProps) {
  const t = useTranslations('meters');
  const format = useFormat();
  const of = ({ meterId }: SheetRow) => typed[meterId] ?? NOTHING_TYPED;
  const columns: readonly Column<SheetRow>[] = [
    {
      key: 'place',
      title: t('place'),
      cell: ({ measures, stallCode, zoneName }) =>
        measures === 'market' ? t('wholeMarket') : (stallCode ?? zoneName),
    },
    { key: 'code', title: t('code'), cell: ({ code }) => code },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName, isWideOnly: true },
    {
      key: 'before',
      title: t('sheet.before'),
      align: 'right',
      cell: ({ lastValue }) => format.quantity(lastValue),
    },
    {
      key: 'value',
      title: t('sheet.value'),
      align: 'right',
      cell: (row) => <ValueCell row={row} typed={of(row)} onType={onType} />,
    },
    {
      key: 'usage',
      title: t('sheet.usage'),
      align: 'right',
      cell: (row) => format.quantity(row.reading?.usage ?? usageOf(row, of(row))),
    },
    {
      key: 'note',
      title: t('sheet.note'),
      cell: (row) => <Note row={row} typed={of(row)} onType={onType} onCorrect={onCorrect} />,
    },
  ];
  return (
    <RowsTable
      label={t('sheet.meters')}
      rows={sheet.rows}
      columns={columns}
      keyOf={({ meterId }) => meterId}
    />
  );
}

interface CellProps {
  row: SheetRow;
  typed: Typed;
  onType: SheetRowsProps['onType'];
}

/** An estimate may still be replaced by what was really read, while no bill charges it. */
const isOpen = ({ reading }: SheetRow) =>
  reading === null || (reading.isEstimated && !reading.isBilled);

function ValueCell({ row, typed, onType }: CellProps) {
  const t = useTranslations('meters.sheet');
  const format = useFormat();
  if (!onType || !isOpen(row)) return format.quantity(row.reading?.value ?? null);
  return (
    <TextInput
      className={css.value}
      aria-label={t('valueOf', { code: row.code })}
      data-meter
      inputMode="decimal"
      autoComplete="off"
      placeholder={row.reading ? format.quantity(row.reading.value) : undefined}
      value={typed.text}
      onChange={({ currentTarget }) => onType(row.meterId, { ...typed, text: currentTarget.value })}
      onKeyDown={walk}
    />
  );
}

function Note({
  row,
  typed,
  onType,
  onCorrect,
}: CellProps & { onCorrect: SheetRowsProps['onCorrect'] }) {
  const t = useTranslations('meters.sheet');
  const { reading } = row;
  const usage = usageOf(row, typed);
  const isOdd = typed.text === '' ? row.isFarOff : usage !== null && isFarOff(usage, row.expected);
  const isWrong = typed.text !== '' && usage === null;
  return (
    <span className={css.notes}>
      {reading?.isEstimated && <StatusBadge tone="waiting">{t('estimated')}</StatusBadge>}
      {isOdd && <StatusBadge tone="attention">{t('farOff')}</StatusBadge>}
      {reading?.isBilled && <StatusBadge tone="quiet">{t('billed')}</StatusBadge>}
      {reading?.isCorrectionAsked && (
        <StatusBadge tone="waiting">{t('correctionAsked')}</StatusBadge>
      )}
      {onType && (isWrong || typed.hasRolledOver) && (
        <Checkbox
          label={t('rolledOver')}
          checked={typed.hasRolledOver}
          onChange={({ currentTarget }) =>
            onType(row.meterId, { ...typed, hasRolledOver: currentTarget.checked })
          }
        />
      )}
      {onCorrect && reading && !isOpen(row) && !reading.isBilled && !reading.isCorrectionAsked && (
        <Button variant="subtle" size="compact-sm" onClick={() => onCorrect(row)}>
          {t('correct')}
        </Button>
      )}
      <ReadingPhoto row={row} mayTake={onType !== undefined} />
    </span>
  );
}
