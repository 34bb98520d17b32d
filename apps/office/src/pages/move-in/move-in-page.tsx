import { Button, Loader } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { fileAt, saveFile } from '../../api/download';
import type { ApiError } from '../../api/error';
import { readAgain } from '../../api/reading';
import { upload } from '../../api/upload';
import { FileDrop } from '../../parts/file-drop';
import { PageHeader, Section } from '../../parts/page';
import { SubmitError } from '../../parts/submit-error';
import { useScope } from '../../scope';
import { EarlierFiles } from './earlier-files';
import { FoundInFile } from './found-in-file';
import css from './move-in.module.css';
import { type MoveInFile, useMoveInFile } from './move-in-file';

const MEGABYTES = 10;

/** A board's old books come in: a workbook is checked, corrected, proven and entered. */
export function MoveInPage() {
  const t = useTranslations('moveIn');
  const { boardId } = useScope();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number>();
  const check = useMutation<MoveInFile, ApiError, File>({
    mutationFn: (chosen) => {
      const form = new FormData();
      // Fields before the file: the server has read them when the file comes.
      form.set('boardId', boardId ?? '');
      form.set('file', chosen);
      return upload({ path: '/api/v1/move-in/files', form, onProgress: setProgress });
    },
    onSettled: () => setProgress(undefined),
    onSuccess: () => readAgain(queries, (path) => path === '/api/v1/move-in/files'),
  });
  const take = (chosen: File | null) => {
    setFile(chosen);
    check.reset();
    if (chosen) check.mutate(chosen);
  };
  const now = useMoveInFile(check.data?.id);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<Template />} />
      <div className={css.steps}>
        <Section title={t('choose')} hint={t('chooseHint')}>
          <FileDrop
            endings={['xlsx']}
            maxMegabytes={MEGABYTES}
            file={file}
            onFile={take}
            progress={progress}
          />
        </Section>
        {check.isPending && (
          <p className={css.busy} role="status">
            <Loader size="sm" /> {t('checking')}
          </p>
        )}
        <SubmitError error={check.error} />
        {check.data && <FoundInFile key={check.data.id} file={now ?? check.data} />}
        {boardId && <EarlierFiles boardId={boardId} />}
      </div>
    </>
  );
}

/** The workbook to fill in. */
function Template() {
  const t = useTranslations('moveIn');
  const saving = useMutation({
    mutationFn: async () => saveFile(await fileAt('/api/v1/move-in/template', {})),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={17} aria-hidden="true" />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t('template')}
      </Button>
      <SubmitError error={saving.error} />
    </>
  );
}
