import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { DateInput } from '../../parts/date-input';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader, Section, Tiles, Toolbar } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { useAddress } from '../../parts/search';
import { StatTile } from '../../parts/stat-tile';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { NoBoard } from '../closing/no-board';

type Custody = BodyOf<'/api/v1/cash/custody'>;
type Person = Custody['people'][number];
type Carried = Custody['carried'][number];

/** Where all cash of the board is, now or at the end of a past day. */
export function CustodyPage() {
  const t = useTranslations('safe.custody');
  const { boardId } = useScope();
  if (!boardId) return <NoBoard title={t('title')} />;
  return <CustodyOf boardId={boardId} />;
}

function CustodyOf({ boardId }: { boardId: string }) {
  const t = useTranslations('safe.custody');
  const format = useFormat();
  const [{ on }, change] = useAddress();
  // The end of the day in Vietnam.
  const at = on ? `${on}T23:59:59.999+07:00` : undefined;
  const custody = useQuery(reading('/api/v1/cash/custody', { query: { boardId, at } }));
  const title = on ? t('atTheEndOf', { day: format.date(on) }) : t('now');
  return (
    <>
      <PageHeader title={t('title')} subtitle={title} />
      <DayChoice key={on} on={on} onChange={(day) => change({ on: day })} />
      {custody.isPending && <Waiting />}
      {custody.isError && (
        <ErrorState error={custody.error} onRetry={() => void custody.refetch()} />
      )}
      {custody.data && <Shown custody={custody.data} />}
    </>
  );
}

interface DayChoiceProps {
  on: string | undefined;
  onChange: (day: string | undefined) => void;
}

function DayChoice({ on, onChange }: DayChoiceProps) {
  const t = useTranslations('safe.custody');
  const [day, setDay] = useState(on ?? '');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  return (
    <Toolbar>
      <DateInput aria-label={t('day')} value={day} onChange={setDay} w="9rem" />
      <Button variant="default" disabled={!isDay} onClick={() => onChange(day)}>
        {t('showDay')}
      </Button>
      {on && (
        <Button variant="subtle" onClick={() => onChange(undefined)}>
          {t('showNow')}
        </Button>
      )}
    </Toolbar>
  );
}

const PLACES = [
  'inHand',
  'safe',
  'onTheWay',
  'banked',
  'refunded',
  'short',
  'over',
  'kept',
] as const;
/** What most boards never have is shown where there is some. */
const RARE: ReadonlySet<string> = new Set(['refunded', 'kept']);

function Shown({ custody }: { custody: Custody }) {
  const t = useTranslations('safe.custody');
  const { people, carried, taken } = custody;
  const [personColumns, carriedColumns] = [usePersonColumns(), useCarriedColumns()];
  return (
    <>
      <Tiles>
        <StatTile label={t('taken')} value={<Money amount={taken} />} note={t('takenNote')} />
        {PLACES.filter((place) => !RARE.has(place) || custody[place] > 0).map((place) => (
          <StatTile
            key={place}
            label={t(place)}
            value={<Money amount={custody[place]} />}
            note={t(`noteOf.${place}`)}
            tone={place === 'short' && custody.short > 0 ? 'attention' : 'plain'}
          />
        ))}
      </Tiles>
      <Section title={t('people')} isFlush={people.length > 0}>
        {people.length === 0 ? (
          <EmptyState title={t('nobody')} hint={t('nobodyHint')} />
        ) : (
          <RowsTable<Person>
            label={t('people')}
            rows={people}
            columns={personColumns}
            keyOf={({ collectorId }) => collectorId}
          />
        )}
      </Section>
      {carried.length > 0 && (
        <Section title={t('carried')} isFlush>
          <RowsTable<Carried>
            label={t('carried')}
            rows={carried}
            columns={carriedColumns}
            keyOf={({ number }) => number}
          />
        </Section>
      )}
    </>
  );
}

function usePersonColumns(): readonly Column<Person>[] {
  const t = useTranslations('safe.custody');
  const parts = ['taken', 'handedIn', 'inHand', 'short', 'over'] as const;
  return [
    { key: 'name', title: t('collector'), cell: ({ collectorName }) => collectorName },
    ...parts.map(
      (part): Column<Person> => ({
        key: part,
        title: t(part),
        align: 'right',
        cell: (person) => <Money amount={person[part]} />,
      }),
    ),
  ];
}

function useCarriedColumns(): readonly Column<Carried>[] {
  const t = useTranslations('safe.custody');
  return [
    { key: 'number', title: t('number'), cell: ({ number }) => number },
    { key: 'carrier', title: t('carrier'), cell: ({ carrierName }) => carrierName },
    { key: 'since', title: t('since'), cell: ({ leftAt }) => <InstantText at={leftAt} /> },
    {
      key: 'amount',
      title: t('onTheWay'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
  ];
}
