import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { Facts, Section, Tiles } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatTile } from '../../parts/stat-tile';
import css from './banking.module.css';
import { CommitStatement } from './commit-statement';
import type { StatementImport } from './statement-import';

interface StatementPreviewProps {
  file: File;
  preview: StatementImport;
}

/** What the file holds and what importing it would do, with the button that does it. */
export function StatementPreview({ file, preview }: StatementPreviewProps) {
  const t = useTranslations('banking.import');
  const format = useFormat();
  const { fromOn, toOn, accountNumber, conflicts } = preview;
  return (
    <>
      <Section title={t('preview')}>
        <Facts
          rows={[
            [t('account'), <span className="amount">{accountNumber}</span>],
            [
              t('period'),
              <span className={css.period}>{`${format.date(fromOn)} – ${format.date(toOn)}`}</span>,
            ],
          ]}
        />
        <Sums preview={preview} />
        <Warnings preview={preview} />
      </Section>
      <Counts preview={preview} />
      {conflicts.length > 0 && (
        <Section title={t('conflicts')} hint={t('conflictsHint')}>
          <Conflicts rows={conflicts} />
        </Section>
      )}
      <CommitStatement file={file} preview={preview} />
    </>
  );
}

function Sums({ preview }: { preview: StatementImport }) {
  const t = useTranslations('banking.import');
  const part = (label: string, amount: number) => (
    <div>
      <small>{label}</small>
      <b>
        <Money amount={amount} />
      </b>
    </div>
  );
  const { opening, closing } = preview;
  // A file of notifications has no balances, and proves nothing.
  if (opening === null || closing === null)
    return (
      <div className={css.sums}>
        {part(t('credits'), preview.credits)}
        <span className={css.sign}>−</span>
        {part(t('debits'), preview.debits)}
      </div>
    );
  return (
    <>
      <div className={css.sums}>
        {part(t('opening'), opening)}
        <span className={css.sign}>+</span>
        {part(t('credits'), preview.credits)}
        <span className={css.sign}>−</span>
        {part(t('debits'), preview.debits)}
        <span className={css.sign}>=</span>
        {part(t('closing'), closing)}
      </div>
      <p className={css.proof}>
        <IconCircleCheck size={18} aria-hidden="true" />
        {t('sums')}
      </p>
    </>
  );
}

function Warnings({ preview }: { preview: StatementImport }) {
  const t = useTranslations('banking.import');
  const format = useFormat();
  const { booksOpening, opening, fromOn, lostByFeed } = preview;
  const isGap = opening !== null && booksOpening !== opening;
  if (!isGap && opening !== null && lostByFeed === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} mt="md" className={css.warnings}>
      {isGap && (
        <p>
          {t('gap', {
            booksVnd: format.money(booksOpening),
            openingVnd: format.money(opening),
            from: format.date(fromOn),
          })}
        </p>
      )}
      {opening === null && <p>{t('notification')}</p>}
      {lostByFeed > 0 && <p>{t('lost', { count: lostByFeed })}</p>}
    </Alert>
  );
}

function Counts({ preview }: { preview: StatementImport }) {
  const t = useTranslations('banking.import');
  const format = useFormat();
  const { newCount, linkedCount, knownCount, conflicts } = preview;
  return (
    <Tiles>
      <StatTile label={t('new')} value={format.count(newCount)} note={t('newNote')} />
      <StatTile label={t('linked')} value={format.count(linkedCount)} note={t('linkedNote')} />
      <StatTile label={t('known')} value={format.count(knownCount)} note={t('knownNote')} />
      <StatTile
        label={t('asked')}
        value={format.count(conflicts.length)}
        note={t('askedNote')}
        tone={conflicts.length > 0 ? 'attention' : 'good'}
      />
    </Tiles>
  );
}

type Conflict = StatementImport['conflicts'][number];

function Conflicts({ rows }: { rows: readonly Conflict[] }) {
  const t = useTranslations('banking');
  const columns: readonly Column<Conflict>[] = [
    { key: 'row', title: t('import.row'), cell: ({ rowNumber }) => rowNumber ?? '—' },
    { key: 'day', title: t('import.day'), cell: ({ bookedOn }) => <DateText day={bookedOn} /> },
    {
      key: 'amount',
      title: t('import.amount'),
      align: 'right',
      cell: ({ direction, amount }) => <Money amount={direction === 'in' ? amount : -amount} />,
    },
    {
      key: 'kind',
      title: t('import.kind'),
      cell: ({ kind }) => t(`questions.kindValue.${kind}`),
    },
  ];
  return (
    <RowsTable
      label={t('import.conflicts')}
      rows={rows}
      columns={columns}
      keyOf={({ rowNumber }) => String(rowNumber)}
    />
  );
}
