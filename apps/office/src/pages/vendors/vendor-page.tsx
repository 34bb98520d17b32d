import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { ReminderWish } from '../debts/reminder-wish';
import { LeasesOf } from '../leases/leases-of';
import { CertificatesOf } from './certificates-of';
import { VendorFacts } from './vendor-facts';
import { VendorForm } from './vendor-form';
import { VendorViews } from './vendor-views';

/** A vendor opened: who they are, their certificates and leases, and who looked. */
export function VendorPage() {
  const t = useTranslations();
  const { id } = useParams({ from: '/vendors/$id' });
  const vendor = useQuery(reading('/api/v1/vendors/{id}', { path: { id } }));
  const [isEditing, { open, close }] = useDisclosure(false);
  const [mayWrite, mayReadAudit] = [useMay('tenancy.write'), useMay('audit.read')];
  if (vendor.isError)
    return <ErrorState error={vendor.error} onRetry={() => void vendor.refetch()} />;
  if (!vendor.data) return <Waiting />;
  const edit = mayWrite && (
    <Button leftSection={<IconPencil size={17} />} onClick={open}>
      {t('act.edit')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={vendor.data.name}
        crumbs={[{ label: t('tenancy.vendors.title'), to: '/vendors' }]}
        actions={edit}
      />
      <VendorFacts key={id} vendor={vendor.data} />
      <Section title={t('tenancy.vendors.leases')}>
        <LeasesOf
          of={{ vendorId: id }}
          label={t('tenancy.vendors.leases')}
          emptyTitle={t('tenancy.vendors.leasesEmpty')}
        />
      </Section>
      <ReminderWish vendorId={id} />
      <CertificatesOf vendorId={id} />
      {mayReadAudit && <VendorViews vendorId={id} />}
      {isEditing && (
        <VendorForm boardId={vendor.data.boardId} vendor={vendor.data} onClose={close} />
      )}
    </>
  );
}
