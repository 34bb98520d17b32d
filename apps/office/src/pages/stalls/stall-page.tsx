import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconPencil, IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { DateText } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { CardsOfStall } from '../cards/cards-of-stall';
import { LeasesOf } from '../leases/leases-of';
import { NewLease } from '../leases/new-lease';
import { StallForm } from './stall-form';
import { StallState } from './stall-state';
import type { Stall } from './stall-values';
import { StatesSection } from './states-section';
import { SucceedForm } from './succeed-form';
import type { Kind } from './succeed-values';
import { SuccessionSection } from './succession-section';

/** A stall opened: what it is, and who has leased it. */
export function StallPage() {
  const { id } = useParams({ from: '/stalls/$id' });
  const t = useTranslations('stalls');
  const stall = useQuery(reading('/api/v1/stalls/{id}', { path: { id } }));
  const mayReadLeases = useMay('tenancy.read');
  const mayReadCards = useMay('cards.read');
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
      {mayReadCards && <CardsOfStall stall={stall.data} />}
      <StatesSection stall={stall.data} />
      <SuccessionSection stall={stall.data} />
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
  const [kind, setKind] = useState<Kind>();
  const [mayWrite, maySign] = [useMay('markets.write'), useMay('tenancy.write')];
  // A stall that ended is read only: what came after it is the one to change.
  if (stall.validTo !== null) return null;
  return (
    <>
      {mayWrite && <SucceedMenu onChoose={setKind} />}
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
      {kind && <SucceedForm stall={stall} kind={kind} onClose={() => setKind(undefined)} />}
      {isEditing && <StallForm marketId={stall.marketId} stall={stall} onClose={edit.close} />}
      {isSigning && <NewLease marketId={stall.marketId} stall={stall} onClose={sign.close} />}
    </>
  );
}

const KINDS = ['split', 'merge', 'relocate', 'close'] as const satisfies readonly Kind[];

function SucceedMenu({ onChoose }: { onChoose: (kind: Kind) => void }) {
  const t = useTranslations('stalls.successions');
  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} />}>
          {t('title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => onChoose(kind)}>
            {t(`kindValue.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
          ...sizeOf(stall).map((size): [string, string] => [t('size'), t('sizeValue', size)]),
          [t('openSides'), stall.openSides],
          [t('corner'), stall.isCorner ? t('yes') : t('no')],
          [t('rowGrade'), stall.rowGrade ?? '—'],
          [t('roofed'), stall.isRoofed ? t('yes') : t('no')],
          [t('goods'), [stall.goodsGroup, ...stall.otherGoodsGroups].join(', ')],
          [t('since'), <DateText key="since" day={stall.validFrom} />],
          [t('until'), <DateText key="until" day={stall.validTo} />],
          [t('state'), <StallState key="state" state={stall.state} />],
        ]}
      />
    </Section>
  );
}

/** Both sides, where both are known. */
function sizeOf({ lengthM, widthM }: Stall): { length: number; width: number }[] {
  return lengthM && widthM ? [{ length: lengthM, width: widthM }] : [];
}
