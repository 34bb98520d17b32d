import { Alert, Button, Group, Progress } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { upload } from '../../api/upload';
import { useSubmit } from '../../api/use-submit';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import css from './banking.module.css';
import { type StatementImport, statementForm } from './statement-import';

const STALE_AFTER_IMPORT = [
  '/api/v1/statements',
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
      void navigate({ to: '/statements' });
    },
  });
  if (preview.isImported) return <Alert color="blue">{t('isImported')}</Alert>;
  return (
    <>
      <SubmitError error={submit.error} />
      {submit.isPending && <Writing share={share} count={preview.rowCount} />}
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

const WHOLE = 1;

/** How far the file has come; then that its rows are being written, all of them or none. */
function Writing({ share, count }: { share: number; count: number }) {
  const t = useTranslations('banking.import');
  const isSent = share >= WHOLE;
  return (
    <div className={css.writing} role="status">
      <Progress
        value={share * 100}
        animated={isSent}
        aria-label={isSent ? t('writing', { count }) : t('sending')}
      />
      {isSent ? t('writing', { count }) : t('sending')}
    </div>
  );
}
