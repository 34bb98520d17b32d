import { ActionIcon, Anchor } from '@mantine/core';
import { IconCamera, IconPhoto } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { readAgain } from '../../api/reading';
import { upload } from '../../api/upload';
import { SubmitError } from '../../parts/submit-error';
import type { SheetRow } from './sheet-words';

/** The dial as it was seen: shown where there is a picture, taken where there is none. */
export function ReadingPhoto({ row, mayTake }: { row: SheetRow; mayTake: boolean }) {
  const t = useTranslations('meters.sheet');
  const chooser = useRef<HTMLInputElement>(null);
  const queries = useQueryClient();
  const path = `/api/v1/meter-readings/${row.reading?.id}/photo`;
  const taking = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return upload({ path, form, onProgress: () => undefined });
    },
    onSuccess: () => readAgain(queries, (path) => path === '/api/v1/markets/{id}/meter-sheet'),
  });
  if (!row.reading || row.reading.isEstimated) return null;
  if (row.reading.hasPhoto)
    return (
      <Anchor href={path} target="_blank" aria-label={t('photo', { code: row.code })}>
        <IconPhoto size={18} aria-hidden="true" />
      </Anchor>
    );
  if (!mayTake) return null;
  return (
    <>
      <SubmitError error={taking.error} />
      <input
        ref={chooser}
        type="file"
        accept="image/jpeg,image/png"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) taking.mutate(file);
          currentTarget.value = '';
        }}
      />
      <ActionIcon
        variant="subtle"
        loading={taking.isPending}
        aria-label={t('addPhoto', { code: row.code })}
        onClick={() => chooser.current?.click()}
      >
        <IconCamera size={18} aria-hidden="true" />
      </ActionIcon>
    </>
  );
}
