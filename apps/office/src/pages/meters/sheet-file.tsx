import { Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { fileAt, saveFile } from '../../api/download';
import { upload } from '../../api/upload';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import type { MeterSheet, Typed } from './sheet-words';

interface SheetFileProps {
  marketId: string;
  sheet: MeterSheet;
  /** What the file says, to be looked at before it is kept. */
  onFilled: (typed: Record<string, Typed>) => void;
}

interface Filled {
  readings: { meterId: string; value: number; hasRolledOver: boolean }[];
  unknownCodes: string[];
}

/** The sheet as a file to be filled in away from the screen, and back. */
export function SheetFile({ marketId, sheet: { month, feeType }, onFilled }: SheetFileProps) {
  const t = useTranslations('meters.sheet');
  const chooser = useRef<HTMLInputElement>(null);
  const query = { month, feeType };
  const saving = useMutation({
    mutationFn: async () =>
      saveFile(
        await fileAt('/api/v1/markets/{id}/meter-sheet/file', { path: { id: marketId }, query }),
      ),
  });
  const reading = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      const path = `/api/v1/markets/${marketId}/meter-sheet/read?${new URLSearchParams(query)}`;
      return upload<Filled>({ path, form, onProgress: () => undefined });
    },
    onSuccess: ({ readings, unknownCodes }) => {
      const typed = readings.map(({ meterId, value, hasRolledOver }) => [
        meterId,
        { text: String(value).replace('.', ','), hasRolledOver },
      ]);
      onFilled(Object.fromEntries(typed));
      toast(
        unknownCodes.length > 0
          ? t('filledBut', { count: readings.length, codes: unknownCodes.join(', ') })
          : t('filled', { count: readings.length }),
      );
    },
  });
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file) reading.mutate(file);
    currentTarget.value = '';
  };
  return (
    <>
      <SubmitError error={saving.error ?? reading.error} />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t('download')}
      </Button>
      <input ref={chooser} type="file" accept=".xlsx" hidden onChange={choose} />
      <Button
        variant="default"
        leftSection={<IconUpload size={16} />}
        loading={reading.isPending}
        onClick={() => chooser.current?.click()}
      >
        {t('upload')}
      </Button>
    </>
  );
}
