import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once } from '../../api/use-submit';
import { InstantText, Money } from '../../parts/figures';
import { Facts, Section } from '../../parts/page';
import { ReasonDrawer } from '../../parts/reason-drawer';
import type { RecordDetail } from './bank-record-page';
import { RefundState } from './refund-words';
import { staleAfterDecision } from './use-decision';

/** The other act that says what a record is, where it stands and how it is taken back. */
export function TiedTo({ record }: { record: RecordDetail }) {
  return (
    <>
      {record.reversal && <TiedReversal record={record} reversal={record.reversal} />}
      <RefundsOf recordId={record.id} />
    </>
  );
}

interface TiedReversalProps {
  record: RecordDetail;
  reversal: NonNullable<RecordDetail['reversal']>;
}

function TiedReversal({ record, reversal }: TiedReversalProps) {
  const t = useTranslations('reconciliation.reversal');
  const [isEnding, { open, close }] = useDisclosure(false);
  const mayDecide = useMay('reconciliation.decide');
  const isOriginal = reversal.originalId === record.id;
  const other = isOriginal ? reversal.recordId : reversal.originalId;
  const end = mayDecide && (
    <Button variant="default" size="xs" onClick={open}>
      {t('end.action')}
    </Button>
  );
  return (
    <Section title={t('tied')} aside={end}>
      <Facts
        rows={[
          [
            t(isOriginal ? 'takingBack' : 'original'),
            <Link key="other" to="/workbench/$id" params={{ id: other }}>
              {t('openOther')}
            </Link>,
          ],
          [t('reason'), reversal.reason],
          [t('tiedBy'), reversal.tiedByName],
          [t('tiedAt'), <InstantText key="at" at={reversal.tiedAt} />],
        ]}
      />
      <ReasonDrawer
        title={t('end.title')}
        hint={t('end.hint')}
        saveLabel={t('end.action')}
        savedMessage={t('end.saved')}
        isOpen={isEnding}
        onClose={close}
        send={(body, key) =>
          answer(
            api.POST('/api/v1/bank-records/{id}/reversal/end', {
              params: { path: { id: record.id } },
              body,
              ...once(key),
            }),
          )
        }
        invalidates={[...staleAfterDecision, '/api/v1/bank-records/{id}/originals']}
      />
    </Section>
  );
}

/** Refunds of a record's money, or the one it paid; each opens where it is decided on. */
function RefundsOf({ recordId }: { recordId: string }) {
  const t = useTranslations('reconciliation.refunds');
  const { data } = useQuery(reading('/api/v1/refunds', { query: { recordId, limit: 20 } }));
  return data?.items.map(({ id, amount, payee, reason, state }) => (
    <Section key={id} title={t('one')} aside={<RefundState state={state} />}>
      <Facts
        rows={[
          [t('amount'), <Money key="amount" amount={amount} />],
          [t('payee'), payee ?? t('masked')],
          [t('reason'), reason],
          [
            t('decideThere'),
            <Link key="open" to="/refunds/$id" params={{ id: id }}>
              {t('open')}
            </Link>,
          ],
        ]}
      />
    </Section>
  ));
}
