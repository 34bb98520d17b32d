import { Alert, Button, Group, Progress } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { upload } from '../../api/upload';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import css from './banking.module.css';
import { RowsDone, useRowsDone } from './imports-under-way';
import { type StatementImport, statementForm } from './statement-import';

const STALE_AFTER_IMPORT = [
  '/api/v1/statements',
  '/api/v1/statements/imports',
  '/api/v1/banking/today',
  '/api/v1/bank-questions',
  '/api/v1/bank-records',
  '/api/v1/reconciliation/today',
];

interface CommitStatementProps {
  file: File;
  preview: StatementImport;
}

/** Imports what was shown: all of it or nothing. */
export function CommitStatement({ file, preview }: CommitStatementProps) {
  const t = useTranslations('banking.import');
  const navigate = useNavigate();
  const isHere = useIsHere();
  const [share, setShare] = useState(0);
  const submit = useSubmit<File, StatementImport>({
    send: (chosen, idempotencyKey) => {
      const form = statementForm(chosen, preview.accountId);
      return upload({
        path: '/api/v1/statements',
        form,
        idempotencyKey,
        onProgress: setShare,
      });
    },
    invalidates: STALE_AFTER_IMPORT,
    onDone: () => {
      toast(t('done'));
      // Who has left the page meanwhile stays where they are.
      if (isHere.current) void navigate({ to: '/statements' });
    },
  });
  if (preview.isImported) return <Alert color="blue">{t('isImported')}</Alert>;
  return (
    <>
      <SubmitError error={submit.error} />
      {submit.isPending && <Writing share={share} file={file} count={preview.rowCount} />}
      <Group justify="flex-end">
        <Button
          size="md"
          leftSection={<IconFileImport size={18} />}
          loading={submit.isPending}
          onClick={() => submit.mutate(file)}
        >
          {t('commit', { count: preview.rowCount })}
        </Button>
      </Group>
    </>
  );
}

function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}

const WHOLE = 1;

interface WritingProps {
  share: number;
  file: File;
  count: number;
}

/** How far the file has come; then how many of its rows are written, all of them or none. */
function Writing({ share, file, count }: WritingProps) {
  const t = useTranslations('banking.import');
  const isSent = share >= WHOLE;
  return (
    <div className={css.writing} role="status">
      {isSent ? (
        <WritingRows fileName={file.name} count={count} />
      ) : (
        <>
          <Progress value={share * 100} aria-label={t('sending')} />
          {t('sending')}
        </>
      )}
    </div>
  );
}

function WritingRows({ fileName, count }: { fileName: string; count: number }) {
  const t = useTranslations('banking.import');
  const format = useFormat();
  const done = useRowsDone(fileName);
  const said = t('writing', { count });
  return (
    <>
      <RowsDone done={done ?? 0} of={count} label={said} />
      {said}
      {done !== undefined && (
        <small>{t('written', { done: format.count(done), rows: format.count(count) })}</small>
      )}
    </>
  );
}
