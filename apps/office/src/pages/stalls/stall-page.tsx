import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { LeasesOf } from '../leases/leases-of';
import { NewLease } from '../leases/new-lease';
import { StallForm } from './stall-form';
import { StallState } from './stall-state';

type Stall = BodyOf<'/api/v1/stalls/{id}'>;

/** A stall opened: what it is, and who has leased it. */
export function StallPage() {
  const { id } = useParams({ from: '/stalls/$id' });
  const t = useTranslations('stalls');
  const stall = useQuery(reading('/api/v1/stalls/{id}', { path: { id } }));
  const mayReadLeases = useMay('tenancy.read');
  if (stall.isError) return <ErrorState error={stall.error} onRetry={() => void stall.refetch()} />;
  if (!stall.data) return <Waiting />;
  return (
    <>
      <PageHeader
        title={stall.data.code}
        subtitle={`${stall.data.zoneName} · ${stall.data.goodsGroup}`}
        crumbs={[{ label: t('title'), to: '/stalls' }]}
        actions={<Actions stall={stall.data} />}
      />
      <StallFacts stall={stall.data} />
      {mayReadLeases && (
        <Section title={t('history')}>
          <LeasesOf of={{ stallId: id }} label={t('history')} emptyTitle={t('historyEmpty')} />
        </Section>
      )}
    </>
  );
}

function Actions({ stall }: { stall: Stall }) {
  const t = useTranslations();
  const [isEditing, edit] = useDisclosure(false);
  const [isSigning, sign] = useDisclosure(false);
  const [mayWrite, maySign] = [useMay('markets.write'), useMay('tenancy.write')];
  return (
    <>
      {mayWrite && (
        <Button variant="default" leftSection={<IconPencil size={17} />} onClick={edit.open}>
          {t('act.edit')}
        </Button>
      )}
      {maySign && (
        <Button leftSection={<IconSignature size={17} />} onClick={sign.open}>
          {t('tenancy.leases.add')}
        </Button>
      )}
      {isEditing && <StallForm marketId={stall.marketId} stall={stall} onClose={edit.close} />}
      {isSigning && <NewLease marketId={stall.marketId} stall={stall} onClose={sign.close} />}
    </>
  );
}

function StallFacts({ stall }: { stall: Stall }) {
  const t = useTranslations('stalls');
  const format = useFormat();
  return (
    <Section title={t('facts')}>
      <Facts
        rows={[
          [t('zone'), stall.zoneName],
          [t('area'), format.area(stall.areaM2)],
          [t('openSides'), stall.openSides],
          [t('roofed'), stall.isRoofed ? t('yes') : t('no')],
          [t('goods'), stall.goodsGroup],
          [t('state'), <StallState key="state" state={stall.state} />],
        ]}
      />
    </Section>
  );
}
