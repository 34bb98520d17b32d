import { Alert, Button } from '@mantine/core';
import { IconFileImport, IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import css from './banking.module.css';
import { ImportsUnderWay } from './imports-under-way';

type Statement = ItemOf<'/api/v1/statements'>;

/** The files that prove what the bank's messages said. */
export function StatementsPage() {
  const t = useTranslations('banking.statements');
  const columns = useColumns();
  const add = useMay('banking.write') && (
    <Button
      renderRoot={(props) => <Link to="/statements/import" {...props} />}
      leftSection={<IconFileImport size={17} />}
    >
      {t('import')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <ImportsUnderWay />
      <OpenQuestions />
      <PagedTable<Statement>
        label={t('title')}
        read={({ page }) => reading('/api/v1/statements', { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
    </>
  );
}

/** Rows that wait for a person stand above everything: their days are not proven. */
function OpenQuestions() {
  const t = useTranslations('banking.statements');
  const { data: today } = useQuery(reading('/api/v1/banking/today', {}));
  if (!today || today.openQuestions === 0) return null;
  return (
    <Alert color="yellow" icon={<IconHelpCircle />} mb="md">
      <b>{t('questions', { count: today.openQuestions })}</b>
      <br />
      {t('questionsHint')} <Link to="/bank-questions">{t('openQuestions')}</Link>
    </Alert>
  );
}

function useColumns(): readonly Column<Statement>[] {
  const t = useTranslations('banking.statements');
  const format = useFormat();
  return [
    {
      key: 'period',
      title: t('period'),
      cell: ({ fromOn, toOn }) =>
        t('periodOf', { from: format.date(fromOn), to: format.date(toOn) }),
    },
    {
      key: 'account',
      title: t('account'),
      cell: ({ accountNumber, fileName }) => (
        <span className={css.account}>
          <span className="amount">{accountNumber}</span>
          <small>{fileName}</small>
        </span>
      ),
    },
    {
      key: 'rows',
      title: t('rows'),
      align: 'right',
      cell: ({ rowCount }) => format.count(rowCount),
    },
    {
      key: 'closing',
      title: t('closing'),
      align: 'right',
      cell: ({ closing }) => (closing === null ? '—' : <Money amount={closing} />),
    },
    {
      key: 'lost',
      title: t('lost'),
      align: 'right',
      cell: ({ lostByFeed }) => format.count(lostByFeed),
    },
    {
      key: 'proven',
      title: t('proven'),
      cell: ({ provenDays, days }) => (
        <StatusBadge tone={provenDays === days ? 'good' : 'attention'}>
          {t('provenOf', { proven: provenDays, days })}
        </StatusBadge>
      ),
    },
    {
      key: 'imported',
      title: t('importedAt'),
      cell: ({ importedAt, importedByName }) => (
        <small>{t('importedBy', { at: format.instant(importedAt), name: importedByName })}</small>
      ),
      isWideOnly: true,
    },
  ];
}
