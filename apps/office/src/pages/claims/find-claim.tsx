import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { staleAfterDecision } from '../reconciliation/use-decision';
import type { Candidate } from './candidates';
import type { ClaimDetail } from './claim-page';
import { useClaimant } from './claim-state';

interface FindClaimProps {
  claim: ClaimDetail;
  candidate: Candidate | undefined;
  onClose: () => void;
}

/** Says that a record is the claim's money; what that does stands above the reason. */
export function FindClaim({ claim, candidate, onClose }: FindClaimProps) {
  const t = useTranslations('claims.find');
  const format = useFormat();
  const { short } = useClaimant()(claim);
  const params = { path: { id: claim.id } };
  const record = candidate?.record;
  const left = claim.ticketAmount === null ? null : claim.ticketAmount - (record?.amount ?? 0);
  const hint = t(candidate?.fit === 'yours' ? 'yours' : givesOf(left), {
    stall: short,
    sum: format.money(Math.abs(left ?? 0)),
  });
  return (
    <ReasonDrawer
      title={t('title', { stall: short })}
      hint={hint}
      reasonHint={t('reasonHint')}
      saveLabel={t('action')}
      savedMessage={t('saved')}
      isOpen={candidate !== undefined}
      onClose={onClose}
      send={({ reason }, key) => {
        const body = { recordId: record?.id ?? '', since: record?.since ?? undefined, reason };
        return answer(api.POST('/api/v1/claims/{id}/find', { params, body, ...once(key) }));
      }}
      invalidates={staleAfterDecision}
    />
  );
}

/** What giving the money does: to a stall, or to a ticket of which so much is left. */
function givesOf(left: number | null): 'hint' | 'ticket' | 'short' | 'over' {
  if (left === null) return 'hint';
  if (left === 0) return 'ticket';
  return left > 0 ? 'short' : 'over';
}
