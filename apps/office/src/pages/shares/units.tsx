import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { ShareTiles, type ShareTile } from '../../charts/share-tiles';
import { placesOf } from '../../charts/tile-places';
import { Section } from '../../parts/page';
import { EmptyState, Waiting } from '../../parts/states';
import { drillOf, type Question } from './question';
import type { Report, ShareRow } from './use-report';

interface UnitsProps {
  question: Question;
  ask: (changed: Partial<Question>) => void;
  report: Report;
}

/** The units of the cut as tiles; a tile opens into its markets. */
export function Units({ question, ask, report }: UnitsProps) {
  const t = useTranslations('shares');
  const { rows, withinName } = report;
  const { within, by } = question;
  const isDrilled = within !== undefined;
  const title = isDrilled ? t('within', { name: withinName ?? '' }) : t(`tilesTitle.${by}`);
  const back = isDrilled && (
    <Button
      className="screen-only"
      variant="light"
      leftSection={<IconArrowLeft size={17} aria-hidden="true" />}
      onClick={() => ask({ within: undefined })}
    >
      {t('everywhere')}
    </Button>
  );
  const tiles = useTiles(rows ?? [], question);
  const isMarkets = isDrilled || by === 'market';
  return (
    <Section title={title} hint={isMarkets ? undefined : t('tilesHint')} aside={back}>
      {!rows && <Waiting />}
      {rows?.length === 0 && <EmptyState title={t('noData')} hint={t('noDataHint')} />}
      {tiles.length > 0 && <ShareTiles label={title} tiles={tiles} />}
    </Section>
  );
}

function useTiles(rows: readonly ShareRow[], question: Question): readonly ShareTile[] {
  const t = useTranslations();
  const codes = rows.flatMap(({ code }) => (code === null ? [] : [code]));
  const isMap = question.by === 'district' && question.within === undefined;
  const places = isMap && codes.length > 0 ? placesOf(codes) : undefined;
  return rows.map((row) => ({
    key: row.code ?? 'none',
    name: row.code === null ? t('shares.notKnown') : row.name,
    low: row.low,
    high: row.high,
    ...row.byValue,
    place: places?.get(row.code ?? ''),
    link: drillOf(row.code, question),
    note:
      row.markets.all > 1
        ? t('parts.share.reporting', {
            reporting: row.markets.reporting,
            all: row.markets.all,
          })
        : undefined,
  }));
}
