import { Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '../../api/error';
import { reading } from '../../api/reading';
import { upload } from '../../api/upload';
import { Choice } from '../../parts/choice';
import { FileDrop } from '../../parts/file-drop';
import { SubmitError } from '../../parts/submit-error';
import { PageHeader, Section } from '../../parts/page';
import { useScope } from '../../scope';
import css from './banking.module.css';
import { MapColumns } from './map-columns';
import { type StatementImport, statementForm } from './statement-import';
import { StatementPreview } from './statement-preview';

const MEGABYTES = 10;
const ENDINGS = ['xlsx', 'csv', 'txt', 'sta', '940', 'xml'];

const BY_FILE = 'file';
const UNKNOWN = 'banking.statementLayoutUnknown';

/** A file is chosen, seen, and only then imported. */
export function ImportStatementPage() {
  const t = useTranslations('banking');
  const { boardId = '' } = useScope();
  const [file, setFile] = useState<File | null>(null);
  const [accountId, setAccountId] = useState<string>();
  const { preview, progress } = usePreview();
  const take = (chosen: File | null) => {
    setFile(chosen);
    preview.reset();
    if (chosen) preview.mutate({ file: chosen, accountId });
  };
  return (
    <>
      <PageHeader
        title={t('import.title')}
        subtitle={t('import.subtitle')}
        crumbs={[{ label: t('statements.title'), to: '/statements' }]}
      />
      <div className={css.steps}>
        <Section title={t('import.choose')} hint={t('import.chooseHint')}>
          <AccountChoice
            accountId={accountId}
            onChange={(id) => {
              setAccountId(id);
              if (file) preview.mutate({ file, accountId: id });
            }}
          />
          <FileDrop
            endings={ENDINGS}
            maxMegabytes={MEGABYTES}
            file={file}
            onFile={take}
            progress={progress}
          />
        </Section>
        {preview.isPending && (
          <p className={css.proof} role="status">
            <Loader size="sm" /> {t('import.reading')}
          </p>
        )}
        <SubmitError error={preview.error} />
        {file && preview.error?.code === UNKNOWN && (
          <MapColumns
            file={file}
            kind="statement"
            boardId={boardId}
            onMapped={() => preview.mutate({ file, accountId })}
          />
        )}
        {file && preview.data && (
          // Another file is another request: its idempotency key is made anew.
          <StatementPreview
            key={`${file.name} ${file.lastModified}`}
            file={file}
            preview={preview.data}
          />
        )}
      </div>
    </>
  );
}

interface Chosen {
  readonly file: File;
  readonly accountId: string | undefined;
}

function usePreview() {
  const [progress, setProgress] = useState<number>();
  const preview = useMutation<StatementImport, ApiError, Chosen>({
    mutationFn: ({ file, accountId }) =>
      upload({
        path: '/api/v1/statements/preview',
        form: statementForm(file, accountId),
        onProgress: setProgress,
      }),
    onSettled: () => setProgress(undefined),
  });
  return { preview, progress };
}

interface AccountChoiceProps {
  accountId: string | undefined;
  onChange: (accountId: string | undefined) => void;
}

/** Whose statement it is, where the file does not say so itself. */
function AccountChoice({ accountId, onChange }: AccountChoiceProps) {
  const t = useTranslations('banking.import');
  const { data: accounts } = useQuery(reading('/api/v1/receiving-accounts', { query: {} }));
  const options = (accounts?.items ?? []).map(({ id, bankName, number }) => ({
    value: id,
    label: `${bankName} ${number}`,
  }));
  return (
    <div className={css.accountChoice}>
      <Choice
        label={t('account')}
        options={[{ value: BY_FILE, label: t('accountByFile') }, ...options]}
        value={accountId ?? BY_FILE}
        onChange={(id) => onChange(id === BY_FILE ? undefined : id)}
      />
    </div>
  );
}
