import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { ReasonForm } from '../../parts/reason-drawer';
import type { RecordDetail } from './bank-record-page';
import { type Decided, useDecision } from './use-decision';

/** A drawer that decides on a record as it was seen. */
export interface RecordDrawerProps extends Decided {
  record: Pick<RecordDetail, 'id' | 'since' | 'amount' | 'reason' | 'codes'>;
  isOpen: boolean;
  onClose: () => void;
}

/** Takes a match back, with the reason that stays beside it. */
export function UndoDrawer({ record, isOpen, onClose, ...decided }: RecordDrawerProps) {
  const t = useTranslations('reconciliation.undo');
  const submit = useDecision(
    ({ reason }: { reason: string }, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/undo', {
          params: { path: { id: record.id } },
          body: { reason, since: record.since ?? undefined },
          ...once(key),
        }),
      ),
    decided,
  );
  return (
    <ReasonForm
      title={t('title')}
      hint={t('hint')}
      reasonHint={t('reasonHint')}
      saveLabel={t('action')}
      savedMessage={t('saved')}
      isOpen={isOpen}
      onClose={onClose}
      submit={submit}
    />
  );
}
