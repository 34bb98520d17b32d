import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { InstantText, Money } from '../../parts/figures';
import { Facts, Section } from '../../parts/page';
import { StatusBadge } from '../../parts/status-badge';
import { BankText } from './bank-text';
import css from './queue.module.css';
import type { QueueAct } from './queue-keys';
import { signedAmount } from './record-state';
import type { Suggestion } from './suggestion';
import { Suggestions } from './suggestions';
import type { QueueRecord } from './use-queue';

interface OpenRecordProps {
  record: QueueRecord;
  suggestions: readonly Suggestion[];
  isLooking: boolean;
  chosen: number | null;
  onChoose: (place: number) => void;
  /** Undefined for whoever may only look. */
  onAct: ((act: QueueAct) => void) | undefined;
}

/** The record in hand: what the bank says, why nobody has it, who it may be, what can be done. */
export function OpenRecord(props: OpenRecordProps) {
  const { record, chosen, onAct } = props;
  const t = useTranslations();
  const isIn = record.direction === 'in';
  return (
    <Section
      title={t('queue.inHand')}
      hint={record.isMasked ? t('reconciliation.record.masked') : undefined}
      aside={
        record.reason && (
          <StatusBadge tone="attention">{t(`reconciliation.reason.${record.reason}`)}</StatusBadge>
        )
      }
    >
      <p className={css.sum}>
        <Money amount={signedAmount(record)} />
      </p>
      <BankText text={record.content} codes={record.codes} />
      <Facts
        rows={[
          [t('reconciliation.record.booked'), <InstantText key="at" at={record.bookedAt} />],
          [
            t(isIn ? 'queue.from' : 'queue.to'),
            [record.counterName, record.counterAccount].filter(Boolean).join(' · ') || '—',
          ],
          [t(isIn ? 'queue.into' : 'queue.outOf'), `${record.bin} / ${record.accountNumber}`],
          [t('reconciliation.record.reference'), record.reference ?? '—'],
        ]}
      />
      {isIn && (
        <section className={css.guess} aria-label={t('queue.suggestions')}>
          <h3>{t('queue.suggestions')}</h3>
          <p className={css.hint}>{t('queue.suggestionsHint')}</p>
          <Suggestions {...props} />
        </section>
      )}
      {onAct && <Acts isIn={isIn} mayAccept={chosen !== null} onAct={onAct} />}
    </Section>
  );
}

interface ActsProps {
  isIn: boolean;
  mayAccept: boolean;
  onAct: (act: QueueAct) => void;
}

/** What can be done with it, each with its key. */
function Acts({ isIn, mayAccept, onAct }: ActsProps) {
  const t = useTranslations('queue.button');
  return (
    <div className={css.acts}>
      {isIn && (
        <Button
          disabled={!mayAccept}
          rightSection={<kbd aria-hidden="true">Enter</kbd>}
          onClick={() => onAct('accept')}
        >
          {t('accept')}
        </Button>
      )}
      {isIn && (
        <Button
          variant="default"
          rightSection={<kbd aria-hidden="true">A</kbd>}
          onClick={() => onAct('assign')}
        >
          {t('assign')}
        </Button>
      )}
      {isIn && (
        <Button
          variant="default"
          rightSection={<kbd aria-hidden="true">S</kbd>}
          onClick={() => onAct('split')}
        >
          {t('split')}
        </Button>
      )}
      <Button
        variant="default"
        rightSection={<kbd aria-hidden="true">C</kbd>}
        onClick={() => onAct('classify')}
      >
        {t('classify')}
      </Button>
    </div>
  );
}
