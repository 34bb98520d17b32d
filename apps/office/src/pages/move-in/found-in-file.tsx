import { Alert, Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fileAt, saveFile } from '../../api/download';
import { ApiError } from '../../api/error';
import { useFormat } from '../../format';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { SubmitError } from '../../parts/submit-error';
import { EnterFile } from './enter-file';
import css from './move-in.module.css';
import { type MoveInFile, TABLES, type WrongCell } from './move-in-file';

/** What a checked file holds, what is wrong with it, and the way on. */
export function FoundInFile({ file }: { file: MoveInFile }) {
  const t = useTranslations('moveIn');
  const { state, ignoredSheets, refusal } = file;
  return (
    <>
      <Section title={t('found')} hint={t('foundHint')} isFlush>
        <Counts file={file} />
      </Section>
      {ignoredSheets.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {t('ignored', { names: ignoredSheets.join(', ') })}
        </Alert>
      )}
      {state === 'wrong' && <WrongCells file={file} />}
      {state === 'ready' && <EnterFile file={file} />}
      {state === 'entering' && <Entering step={file.step} />}
      {state === 'done' && (
        <Alert color="green" icon={<IconCircleCheck />} role="status">
          {t('done')}
        </Alert>
      )}
      {refusal && <SubmitError error={new ApiError(409, refusal.code, factsOf(refusal.facts))} />}
    </>
  );
}

type Facts = ConstructorParameters<typeof ApiError>[2];
// The api's document knows facts as any object; they are plain values.
const factsOf = (facts: object) => facts as Facts;

function Counts({ file }: { file: MoveInFile }) {
  const t = useTranslations('moveIn');
  const format = useFormat();
  const rows = TABLES.map((table) => ({ table, ...file.counts[table] }));
  type Row = (typeof rows)[number];
  const count = (key: 'rows' | 'new' | 'known' | 'wrong'): Column<Row> => ({
    key,
    title: t(`count.${key}`),
    align: 'right',
    cell: (row) => format.count(row[key]),
  });
  const columns: readonly Column<Row>[] = [
    { key: 'table', title: t('sheet'), cell: ({ table }) => t(`table.${table}`) },
    count('rows'),
    count('new'),
    count('known'),
    count('wrong'),
  ];
  return (
    <RowsTable label={t('found')} rows={rows} columns={columns} keyOf={({ table }) => table} />
  );
}

function Entering({ step }: { step: string | null }) {
  const t = useTranslations('moveIn');
  const at = TABLES.find((table) => table === step);
  return (
    <p className={css.busy} role="status">
      <Loader size="sm" /> {at ? t('entering', { what: t(`table.${at}`) }) : t('reading')}
    </p>
  );
}

const SHOWN = 100;

function WrongCells({ file }: { file: MoveInFile }) {
  const t = useTranslations('moveIn');
  const format = useFormat();
  const saving = useMutation({
    mutationFn: async () =>
      saveFile(await fileAt('/api/v1/move-in/files/{id}/marked', { path: { id: file.id } })),
  });
  const reason = useReason();
  const columns: readonly Column<WrongCell>[] = [
    { key: 'sheet', title: t('sheet'), cell: ({ table }) => t(`table.${table}`) },
    { key: 'row', title: t('row'), align: 'right', cell: ({ row }) => format.count(row) },
    { key: 'column', title: t('column'), cell: ({ column }) => column },
    { key: 'reason', title: t('reason'), cell: reason },
  ];
  const give = (
    <Button
      leftSection={<IconDownload size={17} aria-hidden="true" />}
      loading={saving.isPending}
      onClick={() => saving.mutate()}
    >
      {t('giveBack')}
    </Button>
  );
  return (
    <Section
      title={t('wrong', { count: file.problemCount })}
      hint={t('wrongHint')}
      aside={give}
      isFlush
    >
      <SubmitError error={saving.error} />
      <RowsTable
        label={t('wrongCells')}
        rows={file.problems.slice(0, SHOWN)}
        columns={columns}
        keyOf={({ table, row, column, code }) => `${table} ${row} ${column} ${code}`}
      />
      {file.problemCount > SHOWN && <p className={css.more}>{t('more', { count: SHOWN })}</p>}
    </Section>
  );
}

/** What is wrong with a cell, in the language of the screen. */
function useReason() {
  const t = useTranslations('moveIn.problem');
  return ({ code, facts }: WrongCell) =>
    t(code).replace(/\[(\w+)\]/g, (_, name: string) => String(factsOf(facts)[name] ?? ''));
}
