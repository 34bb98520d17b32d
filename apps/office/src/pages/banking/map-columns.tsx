import { Button, Group, Loader, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { upload } from '../../api/upload';
import { useSubmit } from '../../api/use-submit';
import { Choice } from '../../parts/choice';
import { Section } from '../../parts/page';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import css from './banking.module.css';
import {
  guessHeader,
  type LayoutKind,
  type MappedColumn,
  type ShownRow,
  type ShownSheet,
} from './header-guess';
import { MappedNames } from './mapped-names';
import { statementForm } from './statement-import';

type NewLayout = InputOf<'/api/v1/statements/layouts'>;

interface MapColumnsProps {
  file: File;
  kind: LayoutKind;
  /** Whose files of this header are read so from now on. */
  boardId: string;
  /** The layout is remembered: the file can be read. */
  onMapped: () => void;
}

/** A file of unknown layout: a person says once which column is which. Mounted for one file. */
export function MapColumns({ file, ...mapped }: MapColumnsProps) {
  const t = useTranslations('banking.mapping');
  const shown = useQuery({
    queryKey: ['statement-rows', file.name, file.lastModified, file.size],
    queryFn: () =>
      upload<ShownSheet[]>({
        path: '/api/v1/statements/rows',
        form: statementForm(file),
        onProgress: () => undefined,
      }),
  });
  const rows = shown.data?.find((sheet) => guessHeader(sheet.rows))?.rows;
  if (shown.isPending) return <Loader size="sm" />;
  if (!rows) return <SubmitError error={shown.error} />;
  return (
    <Section title={t('title')} hint={t(`hintOf.${mapped.kind}`)}>
      <MappingForm rows={rows} {...mapped} />
    </Section>
  );
}

interface MappingFormProps extends Omit<MapColumnsProps, 'file'> {
  rows: readonly ShownRow[];
}

function MappingForm({ rows, kind, boardId, onMapped }: MappingFormProps) {
  const t = useTranslations('banking.mapping');
  const [header, setHeader] = useState(() => guessHeader(rows) ?? rows[0]);
  const [places, setPlaces] = useState<Partial<Record<MappedColumn, number>>>({});
  const [signs, setSigns] = useState<NewLayout['signs']>('bank');
  const [name, setName] = useState('');
  const submit = useRemember(onMapped);
  if (!header) return null;
  const body = { boardId, kind, name, header: header.cells, columns: places, signs };
  return (
    <div className={css.mapping}>
      <TextInput
        label={t('name')}
        description={t(`nameHintOf.${kind}`)}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <HeaderChoice
        rows={rows}
        header={header}
        onChange={(row) => {
          setHeader(row);
          setPlaces({});
        }}
      />
      <MappedNames kind={kind} rows={rows} header={header} places={places} onChange={setPlaces} />
      {kind === 'statement' && (
        <Labelled label={t('signs')}>
          <Choice
            label={t('signs')}
            options={(['bank', 'ours'] as const).map((value) => ({
              value,
              label: t(`signsOf.${value}`),
            }))}
            value={signs}
            onChange={setSigns}
          />
        </Labelled>
      )}
      <SubmitError error={submit.error} />
      <Group justify="flex-end">
        <Button
          loading={submit.isPending}
          disabled={name.trim().length < 2}
          onClick={() => submit.mutate(body)}
        >
          {t('save')}
        </Button>
      </Group>
    </div>
  );
}

function useRemember(onMapped: () => void) {
  const t = useTranslations('banking.mapping');
  return useSubmit<NewLayout, unknown>({
    send: (body) => answer(api.POST('/api/v1/statements/layouts', { body })),
    invalidates: ['/api/v1/statements/layouts'],
    onDone: () => {
      toast(t('saved'));
      onMapped();
    },
  });
}

interface HeaderChoiceProps {
  rows: readonly ShownRow[];
  header: ShownRow;
  onChange: (row: ShownRow) => void;
}

const FEWEST_NAMES = 3;

function HeaderChoice({ rows, header, onChange }: HeaderChoiceProps) {
  const t = useTranslations('banking.mapping');
  const filled = ({ cells }: ShownRow) => cells.filter((cell) => cell !== '');
  const options = rows
    .filter((row) => filled(row).length >= FEWEST_NAMES)
    .map((row) => ({
      value: String(row.number),
      label: t('headerRow', { row: row.number, names: filled(row).join(' · ').slice(0, 80) }),
    }));
  const choose = (value: string) => {
    const row = rows.find(({ number }) => String(number) === value);
    if (row) onChange(row);
  };
  return (
    <Labelled label={t('header')}>
      <Choice
        label={t('header')}
        options={options}
        value={String(header.number)}
        onChange={choose}
      />
    </Labelled>
  );
}

/** What a choice is about, above it; screen readers hear it from the choice itself. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.labelled}>
      <small aria-hidden="true">{label}</small>
      {children}
    </div>
  );
}
