import { Button, Group } from '@mantine/core';
import { IconMapCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { paths } from '../../api/schema.gen';
import { upload } from '../../api/upload';
import { useSubmit } from '../../api/use-submit';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';

/** What taking a grid would do. */
export type MapPreview =
  paths['/api/v1/markets/{id}/stall-map/preview']['post']['responses'][200]['content']['application/json'];
type Fault = MapPreview['faults'][number];

const CODES_SHOWN = 60;

export function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}

interface MapPreviewSectionProps {
  marketId: string;
  file: File;
  preview: MapPreview;
}

/** What the file would make of the map: its wrong cells, or the way to take it. */
export function MapPreviewSection({ marketId, file, preview }: MapPreviewSectionProps) {
  const t = useTranslations('stallMap.import');
  const { faults, missing, places, rows, columns } = preview;
  return (
    <>
      {faults.length > 0 && <Faults faults={faults} />}
      {missing.length > 0 && (
        <Section title={t('missing')} hint={t('missingHint', { count: missing.length })}>
          <p>
            {missing.slice(0, CODES_SHOWN).join(', ')}
            {missing.length > CODES_SHOWN && ' …'}
          </p>
        </Section>
      )}
      {faults.length === 0 && (
        <>
          <p role="status">{t('fits', { count: places.length, rows, columns })}</p>
          {places.length > 0 && <TakeMap marketId={marketId} file={file} />}
        </>
      )}
    </>
  );
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslations('stallMap.import');
  const columns: readonly Column<Fault>[] = [
    { key: 'address', title: t('address'), cell: ({ address }) => <code>{address}</code> },
    { key: 'text', title: t('text'), cell: ({ text }) => text },
    { key: 'why', title: t('why'), cell: ({ why }) => t(`whyValue.${why}`) },
  ];
  return (
    <Section title={t('faults')} hint={t('faultsHint')} isFlush>
      <RowsTable
        label={t('faults')}
        rows={faults}
        columns={columns}
        keyOf={({ address }) => address}
      />
    </Section>
  );
}

function TakeMap({ marketId, file }: { marketId: string; file: File }) {
  const t = useTranslations('stallMap.import');
  const navigate = useNavigate();
  const submit = useSubmit<File, unknown>({
    send: (chosen) =>
      upload({
        path: `/api/v1/markets/${marketId}/stall-map`,
        form: formOf(chosen),
        onProgress: () => undefined,
      }),
    invalidates: ['/api/v1/markets/{id}/stall-map'],
    onDone: () => {
      toast(t('done'));
      void navigate({ to: '/stall-map' });
    },
  });
  return (
    <>
      <SubmitError error={submit.error} />
      <Group justify="flex-end">
        <Button
          size="md"
          leftSection={<IconMapCheck size={18} />}
          loading={submit.isPending}
          onClick={() => submit.mutate(file)}
        >
          {t('commit')}
        </Button>
      </Group>
    </>
  );
}
