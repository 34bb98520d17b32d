import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type FileFormat, fileOfList, saveFile } from '../api/download';
import type { Reading } from '../api/reading';
import css from './paged-table.module.css';
import { SubmitError } from './submit-error';

const FORMATS: readonly FileFormat[] = ['xlsx', 'csv'];

/** Saves all pages of a list, filtered as it stands, as a file. */
export function ListExport({ list }: { list: Reading<unknown> }) {
  const t = useTranslations('parts.list');
  const saving = useMutation({
    mutationFn: async (format: FileFormat) => saveFile(await fileOfList(list, format)),
  });
  return (
    <div className={css.export} role="group" aria-label={t('export')}>
      {FORMATS.map((format) => (
        <Button
          key={format}
          variant="subtle"
          size="xs"
          leftSection={<IconDownload size={16} />}
          loading={saving.isPending && saving.variables === format}
          onClick={() => saving.mutate(format)}
        >
          {t(`exportAs.${format}`)}
        </Button>
      ))}
      <SubmitError error={saving.error} />
    </div>
  );
}
