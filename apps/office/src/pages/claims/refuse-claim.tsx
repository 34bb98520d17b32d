import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { ReasonDrawer } from '../../parts/reason-drawer';

interface RefuseClaimProps {
  claimId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Answers that no such money came. */
export function RefuseClaim({ claimId, isOpen, onClose }: RefuseClaimProps) {
  const t = useTranslations('claims.refuse');
  const params = { path: { id: claimId } };
  return (
    <ReasonDrawer
      title={t('title')}
      hint={t('hint')}
      reasonHint={t('reasonHint')}
      saveLabel={t('action')}
      savedMessage={t('saved')}
      isOpen={isOpen}
      onClose={onClose}
      send={(body, key) =>
        answer(api.POST('/api/v1/claims/{id}/refuse', { params, body, ...once(key) }))
      }
      invalidates={['/api/v1/claims', '/api/v1/claims/{id}', '/api/v1/reconciliation/today']}
    />
  );
}
