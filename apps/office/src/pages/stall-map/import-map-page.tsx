import { Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApiError } from '../../api/error';
import { upload } from '../../api/upload';
import { FileDrop } from '../../parts/file-drop';
import { PageHeader, Section } from '../../parts/page';
import { SubmitError } from '../../parts/submit-error';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { formOf, type MapPreview, MapPreviewSection } from './map-preview';
import css from './stall-map.module.css';

const MEGABYTES = 10;

/** A grid is chosen, seen, and only then taken as the map. */
export function ImportMapPage() {
  const t = useTranslations('stallMap');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('import.title')} />;
  return (
    <>
      <PageHeader
        title={t('import.title')}
        subtitle={t('import.subtitle')}
        crumbs={[{ label: t('title'), to: '/stall-map' }]}
      />
      <ImportOf key={market.id} marketId={market.id} />
    </>
  );
}

function ImportOf({ marketId }: { marketId: string }) {
  const t = useTranslations('stallMap.import');
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number>();
  const preview = useMutation<MapPreview, ApiError, File>({
    mutationFn: (chosen) =>
      upload({
        path: `/api/v1/markets/${marketId}/stall-map/preview`,
        form: formOf(chosen),
        onProgress: setProgress,
      }),
    onSettled: () => setProgress(undefined),
  });
  const take = (chosen: File | null) => {
    setFile(chosen);
    preview.reset();
    if (chosen) preview.mutate(chosen);
  };
  return (
    <div className={css.preview}>
      <Section title={t('choose')} hint={t('chooseHint')}>
        <FileDrop
          endings={['xlsx', 'csv']}
          maxMegabytes={MEGABYTES}
          file={file}
          onFile={take}
          progress={progress}
        />
      </Section>
      {preview.isPending && (
        <p role="status">
          <Loader size="sm" /> {t('reading')}
        </p>
      )}
      <SubmitError error={preview.error} />
      {file && preview.data && (
        <MapPreviewSection marketId={marketId} file={file} preview={preview.data} />
      )}
    </div>
  );
}
