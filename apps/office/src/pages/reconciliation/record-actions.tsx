import { Button } from '@mantine/core';
import { IconArrowBackUp, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../api/session';
import { AssignDrawer } from './assign-drawer';
import type { RecordDetail } from './bank-record-page';
import { ClassifyDrawer } from './classify-drawer';
import { SplitDrawer } from './split-drawer';
import { TakeBackDrawer } from './take-back-drawer';

type Act = 'assign' | 'split' | 'classify' | 'takeBack';

const POSSIBLE: Readonly<Record<RecordDetail['state'], readonly Act[]>> = {
  unconfirmed: [],
  waiting: [],
  unmatched: ['assign', 'split', 'classify'],
  outgoing: ['classify'],
  matched: ['takeBack'],
  classified: ['takeBack'],
};

// What another act says is taken back there: by its refund, its tie, its deposit or its batch.
const SAID_ELSEWHERE: readonly RecordDetail['class'][] = [
  'cash-deposit',
  'given-back',
  'taken-back',
  'refund',
  'reversed',
];

/** What whoever decides may do with a record where it stands. */
export function RecordActions({ record }: { record: RecordDetail }) {
  const t = useTranslations();
  const mayDecide = useMay('reconciliation.decide');
  const [open, setOpen] = useState<Act>();
  if (!mayDecide) return null;
  const possible = SAID_ELSEWHERE.includes(record.class) ? [] : POSSIBLE[record.state];
  const about = (act: Act) => ({
    record,
    isOpen: open === act,
    onClose: () => setOpen(undefined),
  });
  const words: Readonly<Record<Act, string>> = {
    assign: t('reconciliation.assign.action'),
    split: t('queue.button.split'),
    classify: t('queue.button.classify'),
    takeBack: t(record.class ? 'queue.undo.title' : 'reconciliation.undo.action'),
  };
  const icons = { assign: <IconUserCheck size={17} />, takeBack: <IconArrowBackUp size={17} /> };
  return (
    <>
      {possible.map((act) => (
        <Button
          key={act}
          variant={act === 'assign' ? 'filled' : 'default'}
          leftSection={act === 'assign' || act === 'takeBack' ? icons[act] : undefined}
          onClick={() => setOpen(act)}
        >
          {words[act]}
        </Button>
      ))}
      <AssignDrawer {...about('assign')} />
      <SplitDrawer {...about('split')} />
      <ClassifyDrawer {...about('classify')} />
      <TakeBackDrawer {...about('takeBack')} />
    </>
  );
}
