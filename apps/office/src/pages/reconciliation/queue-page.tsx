import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readAgain } from '../../api/reading';
import { useMay } from '../../api/session';
import { PageHeader } from '../../parts/page';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import type { RecordDetail } from './bank-record-page';
import { OpenRecord } from './open-record';
import css from './queue.module.css';
import { QueueDialogs } from './queue-dialogs';
import type { QueueAct } from './queue-keys';
import { QueueList } from './queue-list';
import { JustDone, Moved, type MovedRecord } from './queue-news';
import { useQueue } from './use-queue';
import { useQueueKeys } from './use-queue-keys';
import { useSuggestions } from './use-suggestions';

/** Open records one after the other: look, decide, the next one; by keyboard alone. */
export function QueuePage() {
  const t = useTranslations('queue');
  const mayDecide = useMay('reconciliation.decide');
  const queue = useQueue();
  const { record } = queue;
  const { suggestions, isLooking, chosen, choose } = useSuggestions(record);
  const [open, setOpen] = useState<QueueAct | null>(null);
  const [last, setLast] = useState<RecordDetail>();
  const [moved, setMoved] = useState<MovedRecord>();
  const readAgain = useReadAgain();
  const act = (wanted: QueueAct) => {
    if (wanted === 'next') queue.choose(queue.at + 1);
    else if (wanted === 'previous') queue.choose(queue.at - 1);
    else if (wanted === 'keys' || (mayDecide && isPossible(wanted))) setOpen(wanted);
  };
  const isPossible = (wanted: QueueAct): boolean => {
    if (wanted === 'undo') return last?.state === 'matched' || last?.state === 'classified';
    if (wanted === 'classify') return record !== undefined;
    if (wanted === 'accept' && chosen === null) return false;
    return record?.direction === 'in';
  };
  useQueueKeys({ isOn: open === null, onAct: act, onChoose: choose });
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<Ways onAct={act} />} />
      {moved && <Moved moved={moved} onClose={() => setMoved(undefined)} />}
      {last && <JustDone record={last} onUndo={() => act('undo')} />}
      {queue.queue.isError && (
        <ErrorState error={queue.queue.error} onRetry={() => void queue.queue.refetch()} />
      )}
      {queue.queue.isPending && <Waiting />}
      {queue.queue.data && (
        <div className={css.bench}>
          <QueueList queue={queue} />
          {record ? (
            <OpenRecord
              key={record.id}
              record={record}
              suggestions={suggestions}
              isLooking={isLooking}
              chosen={chosen}
              onChoose={choose}
              onAct={mayDecide ? act : undefined}
            />
          ) : (
            <EmptyState title={t('empty')} hint={t(`emptyHint.${queue.state}`)} />
          )}
        </div>
      )}
      <QueueDialogs
        open={open}
        onClose={() => setOpen(null)}
        record={record}
        suggestion={chosen === null ? undefined : suggestions[chosen]}
        last={last}
        decided={{
          onDone: (after) => {
            setOpen(null);
            setMoved(undefined);
            setLast(after);
          },
          onMoved: (error) => {
            setOpen(null);
            if (record) setMoved({ id: record.id, error });
            readAgain();
          },
        }}
      />
    </>
  );
}

/** The queue and the record once more, for somebody else decided. */
function useReadAgain() {
  const queries = useQueryClient();
  return () => void readAgain(queries, (path) => path.startsWith('/api/v1/bank-records'));
}

function Ways({ onAct }: { onAct: (act: QueueAct) => void }) {
  const t = useTranslations('queue');
  return (
    <>
      <Button component={Link} to="/workbench/rules" variant="default">
        {t('rules')}
      </Button>
      <Button component={Link} to="/workbench/payers" variant="default">
        {t('payers')}
      </Button>
      <Button component={Link} to="/workbench" variant="default">
        {t('all')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconKeyboard size={17} />}
        rightSection={<kbd aria-hidden="true">?</kbd>}
        onClick={() => onAct('keys')}
      >
        {t('keysButton')}
      </Button>
    </>
  );
}
