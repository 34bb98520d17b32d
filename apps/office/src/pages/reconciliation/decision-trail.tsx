import { Timeline } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { InstantText } from '../../parts/figures';
import { Section } from '../../parts/page';
import type { RecordDetail } from './bank-record-page';

type Decision = RecordDetail['decisions'][number];

/** Every decision on a record, the newest first: who, when, why. */
export function DecisionTrail({ decisions }: { decisions: readonly Decision[] }) {
  const t = useTranslations('reconciliation');
  if (decisions.length === 0) return null;
  return (
    <Section title={t('record.trail')} hint={t('record.trailHint')}>
      <Timeline active={0} bulletSize={14} lineWidth={2}>
        {decisions.map((decision) => (
          <Timeline.Item
            key={decision.id}
            title={`${t(`stateValue.${decision.state}`)} · ${t(`reason.${decision.reason}`)}`}
          >
            <Made decision={decision} />
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  );
}

function Made({ decision: { at, decidedByName, rulesVersion, evidence } }: { decision: Decision }) {
  const t = useTranslations('reconciliation.record');
  return (
    <>
      {evidence.reason && <div>{evidence.reason}</div>}
      <small>
        <InstantText at={at} /> · {decidedByName ?? t('byRule', { version: rulesVersion })}
      </small>
    </>
  );
}
