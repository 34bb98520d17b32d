import { Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '../../api/error';
import { upload } from '../../api/upload';
import { FileDrop } from '../../parts/file-drop';
import { SubmitError } from '../../parts/submit-error';
import { PageHeader, Section } from '../../parts/page';
import css from './banking.module.css';
import { type StatementImport, statementForm } from './statement-import';
import { StatementPreview } from './statement-preview';

const MEGABYTES = 10;
const ENDINGS = ['xlsx', 'csv', 'txt', 'sta', '940', 'xml'];

/** A file is chosen, seen, and only then imported. */
export function ImportStatementPage() {
  const t = useTranslations('banking');
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number>();
  const preview = useMutation<StatementImport, ApiError, File>({
    mutationFn: (chosen) =>
      upload({
        path: '/api/v1/statements/preview',
        form: statementForm(chosen),
        onProgress: setProgress,
      }),
    onSettled: () => setProgress(undefined),
  });
  const take = (chosen: File | null) => {
    setFile(chosen);
    preview.reset();
    if (chosen) preview.mutate(chosen);
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
