import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { DialogHead } from '../../parts/dialog-head';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import type { Suggestion } from './suggestion';
import type { RecordDrawerProps } from './undo-drawer';
import { useDecision } from './use-decision';
import { useWord } from './use-word';

interface AcceptDialogProps extends RecordDrawerProps {
  record: RecordDrawerProps['record'] & { counterAccount: string | null };
  suggestion: Suggestion;
}

/** Says once more what accepting does; Enter on its button gives the money. */
export function AcceptDialog(props: AcceptDialogProps) {
  const { record, suggestion, isOpen, onClose, onDone, onMoved } = props;
  const t = useTranslations('queue.confirm');
  const format = useFormat();
  const { stallCode: stall, vendorName: vendor, billId } = suggestion;
  const amount = format.money(record.amount);
  const say = useWord();
  const [reason, setReason] = useState(() => suggestion.evidence.map(say).join('; '));
  const [isLearnt, setLearnt] = useState(false);
  const submit = useDecision(
    async (_: void, key) => {
      const after = await answer(
        api.POST('/api/v1/bank-records/{id}/match', {
          params: { path: { id: record.id } },
          body: {
            leaseId: suggestion.leaseId,
            billId: billId ?? undefined,
            reason,
            since: record.since ?? undefined,
          },
          ...once(key),
        }),
      );
      if (isLearnt)
        await answer(
          api.POST('/api/v1/learned-payers', {
            body: { recordId: record.id, leaseId: suggestion.leaseId },
          }),
        );
      return after;
    },
    {
      onMoved,
      onDone: (after) => {
        toast(t('saved', { amount, stall }));
        onDone?.(after);
      },
    },
  );
  const title = t('title', { stall });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': title } }}
      centered
    >
      <DialogHead title={title} onClose={onClose} />
      <Stack gap="md">
        <SubmitError error={submit.error} />
        <Text>
          <strong>{t('what', { amount, stall, vendor })}</strong> {t(billId ? 'bill' : 'oldest')}
        </Text>
        <Textarea
          label={t('reason')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {record.counterAccount && (
          <Checkbox
            label={t('remember', { stall })}
            description={t('rememberHint')}
            checked={isLearnt}
            onChange={({ currentTarget }) => setLearnt(currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button
            data-autofocus
            loading={submit.isPending}
            disabled={reason.trim().length < 3}
            onClick={() => submit.mutate()}
          >
            {t('action', { stall })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
