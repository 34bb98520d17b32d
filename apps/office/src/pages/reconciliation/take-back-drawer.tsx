import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { ReasonForm } from '../../parts/reason-drawer';
import type { RecordDetail } from './bank-record-page';
import { type RecordDrawerProps, UndoDrawer } from './undo-drawer';
import { useDecision } from './use-decision';

type TakeBackProps = RecordDrawerProps & { record: RecordDetail };

/** Takes back what was decided on a record: its match or its class. */
export function TakeBackDrawer(props: TakeBackProps) {
  return props.record.state === 'classified' ? (
    <UnclassifyDrawer {...props} />
  ) : (
    <UndoDrawer {...props} />
  );
}

function UnclassifyDrawer({ record, isOpen, onClose, ...decided }: RecordDrawerProps) {
  const t = useTranslations('queue.undo');
  const submit = useDecision(
    ({ reason }: { reason: string }, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/unclassify', {
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
      savedMessage={t('saved')}
      isOpen={isOpen}
      onClose={onClose}
      submit={submit}
    />
  );
}
