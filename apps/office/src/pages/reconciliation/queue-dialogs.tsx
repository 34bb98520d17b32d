import { AcceptDialog } from './accept-dialog';
import { AssignDrawer } from './assign-drawer';
import type { RecordDetail } from './bank-record-page';
import { ClassifyDrawer } from './classify-drawer';
import { KeysDialog } from './keys-dialog';
import type { QueueAct } from './queue-keys';
import { SplitDrawer } from './split-drawer';
import type { Suggestion } from './suggestion';
import { TakeBackDrawer } from './take-back-drawer';
import type { Decided } from './use-decision';
import type { QueueRecord } from './use-queue';

interface QueueDialogsProps {
  open: QueueAct | null;
  onClose: () => void;
  record: QueueRecord | undefined;
  suggestion: Suggestion | undefined;
  /** What was just decided, which can be taken back. */
  last: RecordDetail | undefined;
  decided: Decided;
}

/** Every dialog of the workbench; one is open at a time, about the record in hand or the last. */
export function QueueDialogs({ record, suggestion, last, ...rest }: QueueDialogsProps) {
  const { open, onClose, decided } = rest;
  const about = (act: QueueAct) => ({ isOpen: open === act, onClose, ...decided });
  return (
    <>
      {record && suggestion && (
        <AcceptDialog
          key={`${record.id} ${suggestion.leaseId} ${suggestion.billId}`}
          record={record}
          suggestion={suggestion}
          {...about('accept')}
        />
      )}
      {record && (
        <div key={record.id}>
          <AssignDrawer record={record} {...about('assign')} />
          <SplitDrawer record={record} {...about('split')} />
          <ClassifyDrawer record={record} {...about('classify')} />
        </div>
      )}
      {last && <TakeBackDrawer key={last.since} record={last} {...about('undo')} />}
      <KeysDialog isOpen={open === 'keys'} onClose={onClose} />
    </>
  );
}
