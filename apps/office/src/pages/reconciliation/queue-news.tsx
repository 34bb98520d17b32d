import { Button, CloseButton } from '@mantine/core';
import { IconArrowBackUp, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';
import { useErrorSentence } from '../../messages/error-sentence';
import type { RecordDetail } from './bank-record-page';
import { creditedTo } from './credited';
import { ruledClasses } from './draft-rule';
import css from './queue.module.css';

/** Where a record stands, in a sentence. */
function useStanding() {
  const t = useTranslations();
  const format = useFormat();
  return (record: RecordDetail, area: 'done' | 'moved'): string => {
    const amount = format.money(record.amount);
    if (record.credited) {
      return t(`queue.${area}.matched`, { amount, ...creditedTo(record.credited) });
    }
    if (record.class) {
      const classed = t(`reconciliation.class.${record.class}`);
      return t(`queue.${area}.classified`, { amount, class: classed });
    }
    return t(area === 'done' ? 'queue.done.undone' : 'queue.moved.unmatched', { amount });
  };
}

/** What was just done, with the way back. */
export function JustDone({ record, onUndo }: { record: RecordDetail; onUndo: () => void }) {
  const t = useTranslations('queue');
  const standing = useStanding();
  const mayUndo = record.state === 'matched' || record.state === 'classified';
  return (
    <div className={css.done} role="status">
      <span>{standing(record, 'done')}</span>
      <Link to="/workbench/$id" params={{ id: record.id }}>
        {t('done.open')}
      </Link>
      {ruledClasses.some((ruled) => ruled === record.class) && (
        <Link
          to="/workbench/rules"
          search={{ draft: record.class ?? '', words: record.content.slice(0, 100) }}
        >
          {t('done.rule')}
        </Link>
      )}
      {mayUndo && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowBackUp size={16} />}
          rightSection={<kbd aria-hidden="true">U</kbd>}
          onClick={onUndo}
        >
          {t('button.undo')}
        </Button>
      )}
    </div>
  );
}

export interface MovedRecord {
  readonly id: string;
  readonly error: unknown;
}

/** Somebody was quicker: who, and what became of the record. */
export function Moved({ moved, onClose }: { moved: MovedRecord; onClose: () => void }) {
  const t = useTranslations();
  const sentence = useErrorSentence();
  const standing = useStanding();
  const { data } = useQuery(reading('/api/v1/bank-records/{id}', { path: { id: moved.id } }));
  return (
    <div className={css.moved} role="alert">
      <IconUsers size={20} aria-hidden="true" />
      <div>
        <strong>{t('queue.moved.title')}</strong>
        <p>
          {sentence(moved.error)} {data && standing(data, 'moved')}
        </p>
      </div>
      <CloseButton aria-label={t('act.close')} onClick={onClose} />
    </div>
  );
}
