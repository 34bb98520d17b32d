import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Choice } from '../../parts/choice';
import css from './queue.module.css';
import { type Queue, type QueueRecord, queueOrders, queueStates } from './use-queue';

/** What waits, as many as fit a screen; the one in hand is marked. */
export function QueueList({ queue }: { queue: Queue }) {
  const t = useTranslations('queue');
  const { items, at, next, hasBefore } = queue;
  return (
    <nav className={css.list} aria-label={t('list')}>
      <div className={css.asked}>
        <div className={css.ways} role="group" aria-label={t('state')}>
          {queueStates.map((state) => (
            <button
              key={state}
              type="button"
              aria-pressed={state === queue.state}
              onClick={() => queue.ask({ state })}
            >
              {t(`stateValue.${state}`)}
            </button>
          ))}
        </div>
        <Choice
          label={t('order')}
          options={queueOrders.map((value) => ({ value, label: t(`orderValue.${value}`) }))}
          value={queue.order}
          onChange={(order) => queue.ask({ order })}
        />
      </div>
      <ol className={css.rows} aria-busy={queue.queue.isFetching}>
        {items.map((record, place) => (
          <QueueRow
            key={record.id}
            record={record}
            isInHand={place === at}
            onChoose={() => queue.choose(place)}
          />
        ))}
      </ol>
      {(next || hasBefore) && (
        <div className={css.turn}>
          {hasBefore && (
            <Button variant="default" size="xs" onClick={queue.goBack}>
              {t('first')}
            </Button>
          )}
          {next && (
            <Button variant="default" size="xs" onClick={queue.goOn}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </nav>
  );
}

interface QueueRowProps {
  record: QueueRecord;
  isInHand: boolean;
  onChoose: () => void;
}

function QueueRow({ record, isInHand, onChoose }: QueueRowProps) {
  const t = useTranslations();
  const format = useFormat();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isInHand) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isInHand]);
  const { amount, bookedOn, reason, content } = record;
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={css.row}
        aria-current={isInHand || undefined}
        onClick={onChoose}
      >
        <span className={css.rowHead}>
          <strong>{format.money(amount)}</strong>
          <time dateTime={bookedOn}>{format.date(bookedOn)}</time>
        </span>
        {reason && <span className={css.rowWhy}>{t(`reconciliation.reason.${reason}`)}</span>}
        <span className={css.rowText}>{content || '—'}</span>
      </button>
    </li>
  );
}
