import { Anchor, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { serialText } from './card-words';

const PATH = '/api/v1/markets/{id}/card-sheets';
type Sheet = BodyOf<typeof PATH>[number];
const TONES: Readonly<Record<Sheet['state'], Tone>> = {
  waiting: 'waiting',
  drawing: 'waiting',
  done: 'good',
  failed: 'bad',
};
const LOOK_AGAIN_MS = 1_000;
const isUnderWay = ({ state }: Sheet) => state === 'waiting' || state === 'drawing';

/** The sheets asked for last, with their files; nothing is said while there are none. */
export function CardSheets({ marketId }: { marketId: string }) {
  const t = useTranslations('cards.sheets');
  const columns = useColumns();
  const sheets = useQuery({
    ...reading(PATH, { path: { id: marketId } }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });
  useStallsReadAgain(sheets.data?.filter(({ state }) => state === 'done').length);
  if (!sheets.data || sheets.data.length === 0) return null;
  return (
    <Section title={t('title')} hint={t('hint')} isFlush>
      <RowsTable label={t('title')} rows={sheets.data} columns={columns} keyOf={({ id }) => id} />
    </Section>
  );
}

/** A sheet that was delivered makes its cards valid: the list says so at once. */
function useStallsReadAgain(delivered: number | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (delivered !== undefined)
      void queries.invalidateQueries({ queryKey: ['/api/v1/stall-cards'] });
  }, [delivered, queries]);
}

function useColumns(): readonly Column<Sheet>[] {
  const t = useTranslations('cards');
  return [
    { key: 'at', title: t('sheets.askedAt'), cell: ({ madeAt }) => <InstantText at={madeAt} /> },
    { key: 'by', title: t('sheets.by'), isWideOnly: true, cell: ({ madeByName }) => madeByName },
    { key: 'format', title: t('format'), cell: ({ format }) => t(`formatShort.${format}`) },
    {
      key: 'serials',
      title: t('serial'),
      cell: ({ firstSerial, lastSerial }) =>
        firstSerial === lastSerial
          ? serialText(firstSerial)
          : `${serialText(firstSerial)} – ${serialText(lastSerial)}`,
    },
    { key: 'state', title: t('sheets.state'), cell: (sheet) => <SheetState sheet={sheet} /> },
    {
      key: 'open',
      title: t('sheets.open'),
      cell: ({ id, hasFile, firstSerial }) =>
        hasFile && (
          <Anchor
            href={`/api/v1/card-sheets/${id}/file`}
            target="_blank"
            aria-label={t('sheets.openOf', { serial: serialText(firstSerial) })}
          >
            {t('sheets.open')}
          </Anchor>
        ),
    },
  ];
}

function SheetState({ sheet: { state, drawn, pageCount, cardCount } }: { sheet: Sheet }) {
  const t = useTranslations('cards.sheets');
  const format = useFormat();
  if (state !== 'drawing' || pageCount === null)
    return (
      <StatusBadge tone={TONES[state]}>
        {state === 'done' ? t('count', { count: format.count(cardCount) }) : t(`states.${state}`)}
      </StatusBadge>
    );
  const words = t('progress', { drawn: format.count(drawn), count: format.count(pageCount) });
  return (
    <>
      <Progress value={(100 * drawn) / pageCount} aria-label={words} />
      {words}
    </>
  );
}
