import { Alert, Box, Button, Group, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '../../api/error';
import { reading } from '../../api/reading';
import type { paths } from '../../api/schema.gen';
import { upload } from '../../api/upload';
import { useSubmit } from '../../api/use-submit';
import { FileDrop } from '../../parts/file-drop';
import { Money } from '../../parts/figures';
import { PageHeader, Section } from '../../parts/page';
import { RowsTable } from '../../parts/rows-table';
import { EmptyState } from '../../parts/states';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { useScope } from '../../scope';
import { MapColumns } from '../banking/map-columns';
import { NewWallet } from './new-wallet';
import { STALE } from './stale';

type ReportImport =
  paths['/api/v1/settlements/preview']['post']['responses'][200]['content']['application/json'];

const MEGABYTES = 10;
const UNKNOWN = 'banking.reportLayoutUnknown';

interface Chosen {
  readonly file: File;
  readonly walletId: string;
}

const formOf = ({ file, walletId }: Chosen): FormData => {
  const form = new FormData();
  // Fields before the file: the server has read them when the file comes.
  form.set('walletId', walletId);
  form.set('file', file);
  return form;
};

/** A wallet's report is chosen, seen, and only then recorded. */
export function ImportReportPage() {
  const t = useTranslations('settlements');
  const { boardId } = useScope();
  const [isAdding, adding] = useDisclosure(false);
  const wallets = useQuery(reading('/api/v1/wallets', { query: { boardId } }));
  const [walletId, setWalletId] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const inUse = (wallets.data ?? []).filter(({ endedAt }) => !endedAt);
  const wallet = inUse.find(({ id }) => id === walletId) ?? inUse[0];
  const chosenId = wallet?.id ?? null;
  const preview = useMutation<ReportImport, ApiError, Chosen>({
    mutationFn: (chosen) =>
      upload({
        path: '/api/v1/settlements/preview',
        form: formOf(chosen),
        onProgress: () => undefined,
      }),
  });
  const look = (next: Partial<Chosen>) => {
    const chosen = { file: next.file ?? file, walletId: next.walletId ?? chosenId };
    preview.reset();
    if (chosen.file && chosen.walletId)
      preview.mutate({ file: chosen.file, walletId: chosen.walletId });
  };
  return (
    <>
      <PageHeader
        title={t('report.title')}
        subtitle={t('report.hint')}
        crumbs={[{ label: t('title'), to: '/settlements' }]}
      />
      {wallets.data && inUse.length === 0 && (
        <EmptyState
          title={t('report.noWallet')}
          hint={t('report.noWalletHint')}
          action={<Button onClick={adding.open}>{t('newWallet.action')}</Button>}
        />
      )}
      {isAdding && <NewWallet onClose={adding.close} />}
      {inUse.length > 0 && (
        <Section title={t('report.choose')}>
          <Select
            label={t('wallet')}
            data={inUse.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosenId}
            allowDeselect={false}
            maw="24rem"
            mb="sm"
            onChange={(id) => {
              setWalletId(id);
              if (id) look({ walletId: id });
            }}
          />
          <FileDrop
            endings={['xlsx', 'csv']}
            maxMegabytes={MEGABYTES}
            file={file}
            onFile={(chosen) => {
              setFile(chosen);
              if (chosen) look({ file: chosen });
              else preview.reset();
            }}
          />
        </Section>
      )}
      <Box mb="md">
        <SubmitError error={preview.error} />
      </Box>
      {file && wallet && preview.error?.code === UNKNOWN && (
        <MapColumns
          key={`${file.name} ${file.lastModified}`}
          file={file}
          kind="settlement"
          boardId={wallet.boardId}
          onMapped={() => look({ file })}
        />
      )}
      {file && preview.data && (
        <Preview key={`${file.name} ${file.lastModified}`} file={file} preview={preview.data} />
      )}
    </>
  );
}

function Preview({ file, preview }: { file: File; preview: ReportImport }) {
  const t = useTranslations('settlements');
  const { newCount: fresh, knownCount: known, skippedCount: skipped, conflicts } = preview;
  return (
    <Section title={t('report.preview')} hint={t('report.counts', { fresh, known, skipped })}>
      {conflicts.length > 0 && (
        <Alert color="yellow">{t('report.conflicts', { count: conflicts.length })}</Alert>
      )}
      <RowsTable
        label={t('report.preview')}
        rows={preview.batches}
        keyOf={({ number }) => number}
        columns={[
          { key: 'number', title: t('batch'), cell: ({ number }) => number },
          { key: 'lines', title: t('lines'), align: 'right', cell: ({ lines }) => lines },
          money('gross', t('gross')),
          money('refunds', t('refunds')),
          money('fees', t('fees')),
          money('net', t('net')),
        ]}
      />
      <Commit file={file} preview={preview} />
    </Section>
  );
}

type ReportedBatch = ReportImport['batches'][number];

const money = (key: 'gross' | 'refunds' | 'fees' | 'net', title: string) => ({
  key,
  title,
  align: 'right' as const,
  cell: (batch: ReportedBatch) => <Money amount={batch[key]} />,
});

function Commit({ file, preview }: { file: File; preview: ReportImport }) {
  const t = useTranslations('settlements.report');
  const navigate = useNavigate();
  const submit = useSubmit<File, ReportImport>({
    send: (chosen, idempotencyKey) =>
      upload({
        path: '/api/v1/settlements',
        form: formOf({ file: chosen, walletId: preview.walletId }),
        idempotencyKey,
        onProgress: () => undefined,
      }),
    invalidates: [...STALE, '/api/v1/settlements'],
    onDone: () => {
      toast(t('done'));
      void navigate({ to: '/settlements' });
    },
  });
  if (preview.isImported && preview.newCount === 0)
    return <Alert color="blue">{t('isImported')}</Alert>;
  return (
    <>
      <SubmitError error={submit.error} />
      <Group justify="flex-end">
        <Button
          leftSection={<IconFileImport size={18} />}
          loading={submit.isPending}
          onClick={() => submit.mutate(file)}
        >
          {t('commit')}
        </Button>
      </Group>
    </>
  );
}
