import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { upload } from '../../api/upload';
import { useSubmit } from '../../api/use-submit';
import { FileDrop } from '../../parts/file-drop';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';

export const STALE_FIGURES = ['/api/v1/move-in/comparison', '/api/v1/move-in/comparison/sum'];
const MEGABYTES = 10;

/** Takes the old book's figures of a month from a file. */
export function OldFigures({ marketId, month }: { marketId: string; month: string }) {
  const t = useTranslations('moveIn.comparison');
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number>();
  const submit = useSubmit<File, unknown>({
    send: (chosen) => {
      const form = new FormData();
      form.set('marketId', marketId);
      form.set('month', month);
      form.set('file', chosen);
      return upload({ path: '/api/v1/move-in/comparison/file', form, onProgress: setProgress });
    },
    invalidates: STALE_FIGURES,
    onDone: () => {
      setProgress(undefined);
      toast(t('uploaded'));
    },
  });
  const take = (chosen: File | null) => {
    setFile(chosen);
    setProgress(undefined);
    submit.reset();
    if (chosen) submit.mutate(chosen);
  };
  return (
    <>
      <FileDrop
        endings={['xlsx', 'csv']}
        maxMegabytes={MEGABYTES}
        file={file}
        onFile={take}
        progress={submit.isPending ? progress : undefined}
      />
      <SubmitError error={submit.error} />
    </>
  );
}
