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
import { VendorForm } from './vendor-form';

/** A vendor opened: their leases, now and before. */
export function VendorPage() {
  const t = useTranslations();
  const { id } = useParams({ from: '/vendors/$id' });
  const vendor = useQuery(reading('/api/v1/vendors/{id}', { path: { id } }));
  const [isEditing, { open, close }] = useDisclosure(false);
  const mayWrite = useMay('tenancy.write');
  if (vendor.isError)
    return <ErrorState error={vendor.error} onRetry={() => void vendor.refetch()} />;
  if (!vendor.data) return <Waiting />;
  const { name, boardId, phoneLast4: last4 } = vendor.data;
  const edit = mayWrite && (
    <Button leftSection={<IconPencil size={17} />} onClick={open}>
      {t('act.edit')}
    </Button>
  );
  const phone = last4
    ? t('tenancy.vendors.phoneMasked', { last4 })
    : t('tenancy.vendors.phoneNone');
  return (
    <>
      <PageHeader
        title={name}
        subtitle={`${t('tenancy.vendors.phone')}: ${phone}`}
        crumbs={[{ label: t('tenancy.vendors.title'), to: '/vendors' }]}
        actions={edit}
      />
      <Section title={t('tenancy.vendors.leases')}>
        <LeasesOf
          of={{ vendorId: id }}
          label={t('tenancy.vendors.leases')}
          emptyTitle={t('tenancy.vendors.leasesEmpty')}
        />
      </Section>
      <ReminderWish vendorId={id} />
      {isEditing && <VendorForm boardId={boardId} vendor={vendor.data} onClose={close} />}
    </>
  );
}
