import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { DateText, InstantText, Money } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { Candidates } from './candidates';
import { ClaimState, useClaimant } from './claim-state';
import { RefuseClaim } from './refuse-claim';

export type ClaimDetail = BodyOf<'/api/v1/claims/{id}'>;

export function ClaimPage() {
  const { id = '' } = useParams({ strict: false });
  const claim = useQuery(reading('/api/v1/claims/{id}', { path: { id } }));
  if (claim.isError) return <ErrorState error={claim.error} onRetry={() => void claim.refetch()} />;
  return claim.data ? <Detail claim={claim.data} /> : <Waiting />;
}

function Detail({ claim }: { claim: ClaimDetail }) {
  const t = useTranslations('claims');
  const format = useFormat();
  const mayDecide = useMay('reconciliation.decide') && claim.state === 'open';
  const [isRefusing, refusing] = useDisclosure(false);
  const { short } = useClaimant()(claim);
  const { amount, candidates } = claim;
  return (
    <>
      <PageHeader
        title={`${short} · ${format.money(amount)}`}
        crumbs={[{ label: t('title'), to: '/claims' }]}
        actions={
          mayDecide && (
            <Button variant="default" onClick={refusing.open}>
              {t('refuse.action')}
            </Button>
          )
        }
      />
      <Told claim={claim} />
      {claim.state !== 'refused' && (
        <Section
          title={t(claim.state === 'found' ? 'found' : 'candidates')}
          hint={
            claim.state === 'open'
              ? t(claim.ticketId ? 'candidatesOfTicket' : 'candidatesHint')
              : undefined
          }
        >
          {candidates.length === 0 ? (
            <EmptyState title={t('none')} hint={t('noneHint')} />
          ) : (
            <Candidates claim={claim} mayDecide={mayDecide} />
          )}
        </Section>
      )}
      <RefuseClaim claimId={claim.id} isOpen={isRefusing} onClose={refusing.close} />
    </>
  );
}

/** What was told, the clock, and the answer when there is one. */
function Told({ claim }: { claim: ClaimDetail }) {
  const t = useTranslations('claims');
  const format = useFormat();
  const { answer, decidedByName, decidedAt, note, madeByName } = claim;
  const rows: [string, React.ReactNode][] = [
    [t('stall'), useClaimant()(claim).full],
    [t('amount'), <Money key="amount" amount={claim.amount} />],
    [t('paidAt'), <InstantText key="paid" at={claim.paidAt} />],
    [t('toldBy'), `${claim.toldBy} (${t(`channelValue.${claim.channel}`)})`],
    [t('madeAt'), <InstantText key="made" at={claim.madeAt} />],
    [t('dueOn'), <DateText key="due" day={claim.dueOn} />],
  ];
  if (madeByName) rows.push([t('madeBy'), madeByName]);
  if (note) rows.push([t('note'), note]);
  const by =
    decidedAt && t('answeredBy', { name: decidedByName ?? '—', at: format.instant(decidedAt) });
  return (
    <Section title={t('told')} aside={<ClaimState claim={claim} />}>
      <Facts rows={rows} />
      {answer && (
        <p>
          <strong>{t('answer')}:</strong> {answer} <small>({by})</small>
        </p>
      )}
    </Section>
  );
}
