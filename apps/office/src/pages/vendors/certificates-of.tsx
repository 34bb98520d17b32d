import { Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { type Certificate, useCertificateColumns } from '../certificates/certificate-columns';
import { CertificateForm } from './certificate-form';

/** A vendor's certificates; what expires first stands first. */
export function CertificatesOf({ vendorId }: { vendorId: string }) {
  const t = useTranslations();
  const [opened, setOpened] = useState<Certificate | 'new' | null>(null);
  const certificates = useQuery(
    reading('/api/v1/certificates', { query: { vendorId, limit: 200 } }),
  );
  const mayWrite = useMay('tenancy.write');
  const common = useCertificateColumns();
  const edit: Column<Certificate> = {
    key: 'edit',
    title: t('act.actions'),
    cell: (certificate) => (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={15} />}
        onClick={() => setOpened(certificate)}
        aria-label={`${t('act.edit')} ${certificate.number}`}
      >
        {t('act.edit')}
      </Button>
    ),
  };
  const add = mayWrite && (
    <Button variant="default" leftSection={<IconPlus size={17} />} onClick={() => setOpened('new')}>
      {t('tenancy.certificates.add')}
    </Button>
  );
  return (
    <Section title={t('tenancy.certificates.of')} aside={add}>
      {certificates.isError && (
        <ErrorState error={certificates.error} onRetry={() => void certificates.refetch()} />
      )}
      {certificates.data?.total === 0 && <EmptyState title={t('tenancy.certificates.empty')} />}
      {certificates.data && certificates.data.total > 0 && (
        <RowsTable
          label={t('tenancy.certificates.of')}
          rows={certificates.data.items}
          columns={mayWrite ? [...common, edit] : common}
          keyOf={({ id }) => id}
        />
      )}
      {opened && (
        <CertificateForm
          vendorId={vendorId}
          certificate={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  );
}
