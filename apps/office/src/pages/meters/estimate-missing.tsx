import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import type { MeterSheet } from './sheet-words';

interface EstimateMissingProps {
  marketId: string;
  sheet: MeterSheet;
  readOn: string;
}

type Estimated = { estimated: number; withoutHistory: string[] };

/** Estimates the meters that nobody could read; the next real reading settles them. */
export function EstimateMissing({ marketId, sheet, readOn }: EstimateMissingProps) {
  const t = useTranslations('meters.sheet');
  const format = useFormat();
  const [isAsking, { open, close }] = useDisclosure(false);
  const { month, feeType } = sheet;
  const submit = useSubmit<void, Estimated>({
    send: (_input, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/meter-readings/estimate', {
          params: { path: { id: marketId } },
          body: { month, feeType, readOn },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/meter-sheet', '/api/v1/meters'],
    onDone: ({ estimated, withoutHistory }) => {
      toast(
        withoutHistory.length > 0
          ? t('estimatedBut', { count: estimated, codes: withoutHistory.join(', ') })
          : t('estimatedAll', { count: estimated }),
      );
      close();
    },
  });
  const missing = sheet.rows.filter(({ reading }) => reading === null).length;
  if (missing === 0) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('estimate', { count: missing })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('estimateTitle', { count: missing })}
        confirmLabel={t('estimateConfirm')}
        isBusy={submit.isPending}
        onCancel={close}
        onConfirm={() => submit.mutate()}
      >
        <SubmitError error={submit.error} />
        <p>{t('estimateText', { day: format.date(readOn) })}</p>
      </ConfirmDialog>
    </>
  );
}
