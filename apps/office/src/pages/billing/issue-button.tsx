import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { formatDate, formatMonth, useFormat } from '../../format';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { type Rehearsal, useIssue } from './rehearsal';

interface IssueButtonProps {
  market: { id: string; name: string };
  rehearsal: Rehearsal;
}

/** Issues what the rehearsal shows, after one question that names count, sum and due day. */
export function IssueButton({ market, rehearsal }: IssueButtonProps) {
  const t = useTranslations('billing.run');
  const format = useFormat();
  const [isAsking, { open, close }] = useDisclosure(false);
  const { newCount, month: period, dueOn, bills, problems } = rehearsal;
  const month = formatMonth(period);
  const issue = useIssue(market.id, () => {
    close();
    toast(t('done', { month }));
  });
  const unbilled = bills.filter((bill) => bill.existingBillId === null);
  const total = format.money(unbilled.reduce((sum, bill) => sum + bill.total, 0));
  const count = format.count(newCount);
  return (
    <>
      <Button
        leftSection={<IconFileCheck size={18} aria-hidden="true" />}
        disabled={newCount === 0 || problems.length > 0}
        onClick={open}
      >
        {newCount === 0 ? t('issueAll') : t('issue', { count })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('confirm', { month, market: market.name })}
        confirmLabel={t('issue', { count })}
        isBusy={issue.isPending}
        onCancel={close}
        onConfirm={() => issue.mutate(period)}
      >
        <SubmitError error={issue.error} />
        <p>{t('confirmText', { count, total, day: formatDate(dueOn) })}</p>
      </ConfirmDialog>
    </>
  );
}
