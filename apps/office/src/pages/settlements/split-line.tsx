import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { SplitForm, splitOf, type SplitValues } from '../reconciliation/split-drawer';
import type { Line } from './batch-lines';
import { STALE } from './stale';

/** Gives one unmatched line to several bills, of one stall or of several. */
export function SplitLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const submit = useSubmit({
    send: (values: SplitValues, key) =>
      answer(
        api.POST('/api/v1/settlement-lines/{id}/match', {
          params: { path: { id: line.id } },
          body: { ...splitOf(values), since: line.since ?? undefined },
          ...once(key),
        }),
      ),
    invalidates: STALE,
  });
  return <SplitForm amount={line.amount} isOpen onClose={onClose} submit={submit} />;
}
