import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { InstantText, Money } from '../../parts/figures';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { BankText } from '../reconciliation/bank-text';
import css from './claims.module.css';
import type { ClaimDetail } from './claim-page';
import { FindClaim } from './find-claim';

export type Candidate = ClaimDetail['candidates'][number];

const tones: Record<Candidate['fit'], Tone> = {
  free: 'attention',
  yours: 'good',
  elsewhere: 'quiet',
};
const HOUR = 60;
const DAY = 24 * HOUR;

interface CandidatesProps {
  claim: ClaimDetail;
  mayDecide: boolean;
}

/** Records that may be the money; what belongs to others is shown and cannot be taken. */
export function Candidates({ claim, mayDecide }: CandidatesProps) {
  const t = useTranslations('claims');
  const [chosen, setChosen] = useState<Candidate>();
  const isTied = claim.candidates.some(({ tiedWith }) => tiedWith > 0);
  return (
    <>
      {isTied && (
        <p className={css.tie} role="note">
          {t('tiedHint')}
        </p>
      )}
      <ol className={css.candidates}>
        {claim.candidates.map((candidate) => (
          <li key={candidate.record.id}>
            <About candidate={candidate} claimed={claim.amount} />
            <div className={css.act}>
              {mayDecide && candidate.fit !== 'elsewhere' && (
                <Button size="sm" onClick={() => setChosen(candidate)}>
                  {t('find.action')}
                </Button>
              )}
              <Link to="/workbench/$id" params={{ id: candidate.record.id }}>
                {t('open')}
              </Link>
            </div>
          </li>
        ))}
      </ol>
      <FindClaim claim={claim} candidate={chosen} onClose={() => setChosen(undefined)} />
    </>
  );
}

function About({ candidate, claimed }: { candidate: Candidate; claimed: number }) {
  const t = useTranslations('claims');
  const apart = useApart();
  const { record, fit, tiedWith, minutesApart } = candidate;
  return (
    <div>
      <p className={css.head}>
        <strong>
          <InstantText at={record.bookedAt} />
        </strong>
        <span>{apart(minutesApart)}</span>
        {record.amount !== claimed && <Money amount={record.amount} />}
        <StatusBadge tone={tones[fit]}>{t(`fit.${fit}`)}</StatusBadge>
        {tiedWith > 0 && <StatusBadge tone="waiting">{t('tied')}</StatusBadge>}
      </p>
      <BankText text={record.content} codes={record.codes} />
      {record.counterName && <small>{record.counterName}</small>}
    </div>
  );
}

/** How far a record lies from the time that is remembered. */
function useApart() {
  const t = useTranslations('claims.apart');
  return (minutes: number): string => {
    if (minutes < HOUR) return t('minutes', { count: minutes });
    if (minutes < DAY) return t('hours', { count: Math.round(minutes / HOUR) });
    return t('days', { count: Math.round(minutes / DAY) });
  };
}
