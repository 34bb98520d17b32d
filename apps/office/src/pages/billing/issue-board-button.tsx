import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { formatMonth, useFormat } from '../../format';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { type BoardRehearsal, useIssueBoard } from './board-runs';

interface IssueBoardButtonProps {
  boardId: string;
  rehearsal: BoardRehearsal;
}

/** Issues every market that is ready, after one question that names what is left out. */
export function IssueBoardButton({ boardId, rehearsal }: IssueBoardButtonProps) {
  const t = useTranslations('boardRuns');
  const format = useFormat();
  const [isAsking, { open, close }] = useDisclosure(false);
  const month = formatMonth(rehearsal.month);
  const issue = useIssueBoard(boardId, () => {
    close();
    toast(t('saved', { month }));
  });
  const toIssue = rehearsal.markets.filter((market) => market.newCount > 0);
  const ready = toIssue.filter((market) => market.problems.length === 0);
  const leftOut = toIssue.filter((market) => market.problems.length > 0);
  const count = format.count(ready.reduce((sum, market) => sum + market.newCount, 0));
  const total = format.money(ready.reduce((sum, market) => sum + market.newTotal, 0));
  return (
    <>
      <Button
        leftSection={<IconFileCheck size={18} aria-hidden="true" />}
        disabled={ready.length === 0}
        onClick={open}
      >
        {toIssue.length === 0 ? t('issueAll') : t('issue', { count })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('confirm', { month, markets: format.count(ready.length) })}
        confirmLabel={t('issue', { count })}
        isBusy={issue.isPending}
        onCancel={close}
        onConfirm={() => issue.mutate(rehearsal.month)}
      >
        <SubmitError error={issue.error} />
        <p>{t('confirmText', { count, total })}</p>
        {leftOut.length > 0 && (
          <>
            <p>{t('leftOut', { count: format.count(leftOut.length) })}</p>
            <ul>
              {leftOut.map(({ marketId, marketName }) => (
                <li key={marketId}>{marketName}</li>
              ))}
            </ul>
          </>
        )}
      </ConfirmDialog>
    </>
  );
}
