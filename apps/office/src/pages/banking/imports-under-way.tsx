import { Alert, Progress } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, readAgain, reading } from '../../api/reading';
import { useFormat } from '../../format';
import css from './banking.module.css';

const PATH = '/api/v1/statements/imports';
type Import = BodyOf<typeof PATH>[number];
const LOOK_AGAIN_MS = 1_000;
const isRunning = ({ state }: Import) => state === 'running';

/** Files that are being imported, whoever uploaded them, and those that wrote nothing. */
export function ImportsUnderWay() {
  const { data: imports = [] } = useQuery({
    ...reading(PATH, {}),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? LOOK_AGAIN_MS : false),
  });
  useStatementsReadAgain(imports.filter(isRunning).length);
  return imports.map((one) =>
    isRunning(one) ? <Running key={one.id} of={one} /> : <Stopped key={one.id} of={one} />,
  );
}

/** What was running and is no more has become a statement. */
function useStatementsReadAgain(running: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (running === 0) return undefined;
    return () => void readAgain(queries, (path) => path === '/api/v1/statements');
  }, [running, queries]);
}

function Running({ of: { fileName, doneCount, rowCount } }: { of: Import }) {
  const t = useTranslations('banking.statements');
  const format = useFormat();
  const said = t('importing', {
    file: fileName,
    done: format.count(doneCount),
    rows: format.count(rowCount),
  });
  return (
    <div className={css.writing} role="status">
      <RowsDone done={doneCount} of={rowCount} label={said} />
      {said}
    </div>
  );
}

/** Nothing written yet moves as well: somebody is at work. */
export function RowsDone({ done, of, label }: { done: number; of: number; label: string }) {
  return <Progress value={done === 0 ? 100 : (done * 100) / of} animated aria-label={label} />;
}

function Stopped({ of: { fileName, startedAt, startedByName } }: { of: Import }) {
  const t = useTranslations('banking.statements');
  const format = useFormat();
  const at = format.instant(startedAt);
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} mb="md">
      <b>{t('stopped', { file: fileName, at, name: startedByName })}</b>
      <br />
      {t('stoppedHint')} <Link to="/statements/import">{t('import')}</Link>
    </Alert>
  );
}

/** How many rows of a file that this page has sent are written; undefined before anybody says. */
export function useRowsDone(fileName: string): number | undefined {
  const { data: imports } = useQuery({ ...reading(PATH, {}), refetchInterval: LOOK_AGAIN_MS });
  return imports?.find((one) => isRunning(one) && one.fileName === fileName)?.doneCount;
}
