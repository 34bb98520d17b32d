import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildingStore, IconCalendarEvent, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { DateText } from '../../parts/figures';
import { Facts, PageHeader, Section, Tiles } from '../../parts/page';
import { StatTile } from '../../parts/stat-tile';
import { ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { CollectionSection } from './collection-section';
import { CommunesSection } from './communes-section';
import { EditMarket } from './edit-market';
import { ZonesSection } from './zones-section';

type Market = BodyOf<'/api/v1/markets/{id}'>;

/** A market opened: what it is, where it lies and lay, its zones. */
export function MarketPage() {
  const t = useTranslations('markets');
  const { id } = useParams({ from: '/markets/$id' });
  const market = useQuery(reading('/api/v1/markets/{id}', { path: { id } }));
  const [isEditing, { open, close }] = useDisclosure(false);
  const mayWrite = useMay('markets.write');
  useChosen(id);
  if (market.isError)
    return <ErrorState error={market.error} onRetry={() => void market.refetch()} />;
  if (!market.data) return <Waiting />;
  const { name, code, boardName } = market.data;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={
          <>
            <code>{code}</code> · {boardName}
          </>
        }
        crumbs={[{ label: t('title'), to: '/markets' }]}
        actions={
          <>
            <Button
              component={Link}
              to="/stalls"
              variant="default"
              leftSection={<IconBuildingStore size={17} />}
            >
              {t('stalls')}
            </Button>
            <Button
              component={Link}
              to="/market-days"
              variant="default"
              leftSection={<IconCalendarEvent size={17} />}
            >
              {t('marketDays')}
            </Button>
            {mayWrite && (
              <Button leftSection={<IconPencil size={17} />} onClick={open}>
                {t('edit')}
              </Button>
            )}
          </>
        }
      />
      <MarketTiles market={market.data} />
      <MarketFacts market={market.data} />
      <ZonesSection marketId={id} />
      <CollectionSection marketId={id} />
      <CommunesSection marketId={id} />
      {isEditing && <EditMarket market={market.data} onClose={close} />}
    </>
  );
}

/** The market that is opened is the one in the top bar: its stalls and prices are a click away. */
function useChosen(id: string) {
  const { markets, market, choose } = useScope();
  const isOther = market?.id !== id && markets.some((one) => one.id === id);
  useEffect(() => {
    if (isOther) choose(id);
  }, [isOther, id, choose]);
}

function MarketTiles({ market }: { market: Market }) {
  const t = useTranslations('markets');
  const format = useFormat();
  const leased = useQuery({
    ...reading('/api/v1/tenancy/markets/leased', {}),
    enabled: useMay('tenancy.read'),
  });
  const { declaredClass, computedClass, stallCount, pointCount } = market;
  const isSame = declaredClass === computedClass;
  const leasedHere = leased.data?.find(({ marketId }) => marketId === market.id);
  return (
    <Tiles>
      <StatTile label={t('stalls')} value={format.count(stallCount)} />
      {leased.data && (
        <StatTile
          label={t('leased')}
          value={format.count(leasedHere?.leasedCount ?? 0)}
          note={t('leasedOf', { leased: leasedHere?.leasedCount ?? 0, stalls: stallCount })}
        />
      )}
      <StatTile
        label={t('computedClass')}
        value={t('classValue', { number: computedClass })}
        note={isSame ? t('classSame') : t('computedHint', { points: format.count(pointCount) })}
        tone={isSame ? 'plain' : 'attention'}
      />
    </Tiles>
  );
}

function MarketFacts({ market }: { market: Market }) {
  const t = useTranslations('markets');
  return (
    <Section title={t('facts')}>
      <Facts
        rows={[
          [t('declaredClass'), t('classValue', { number: market.declaredClass })],
          [t('construction'), t(`constructionValue.${market.construction}`)],
          [t('meets'), t(`meetsValue.${market.meets}`)],
          [t('communeToday'), market.communeName ?? t('communeUnknown')],
          [t('district'), market.formerDistrictName ?? '—'],
          [t('dueDay'), t('dueDayValue', { day: market.dueDay })],
          [t('graceDays'), market.graceDays],
          [t('transferPolicy'), t(`transferValue.${market.transferPolicy}`)],
          [t('tariffGroup'), market.tariffGroup ?? '—'],
          [t('openedOn'), <DateText key="openedOn" day={market.openedOn} />],
        ]}
      />
    </Section>
  );
}
