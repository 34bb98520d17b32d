import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
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
  const { short } = useClaimant()(claim);
  const params = { path: { id: claim.id } };
  const record = candidate?.record;
  return (
    <ReasonDrawer
      title={t('title', { stall: short })}
      hint={t(candidate?.fit === 'yours' ? 'yours' : 'hint', { stall: short })}
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
