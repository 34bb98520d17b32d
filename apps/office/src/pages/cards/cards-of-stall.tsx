import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import type { Stall } from '../stalls/stall-values';
import { type FeeCard, serialText, TONES } from './card-words';
import { PrintCards } from './print-cards';
import { RevokeCard } from './revoke-card';

/** Every card printed for a stall, with what became of it. */
export function CardsOfStall({ stall }: { stall: Stall }) {
  const t = useTranslations('cards');
  const [isPrinting, setPrinting] = useState(false);
  const [revoked, setRevoked] = useState<FeeCard>();
  const mayPrint = useMay('cards.print') && stall.validTo === null;
  const columns = useColumns(useMay('cards.print') ? setRevoked : undefined);
  const cards = useQuery(reading('/api/v1/stalls/{id}/fee-cards', { path: { id: stall.id } }));
  const print = mayPrint && (
    <Button
      variant="light"
      leftSection={<IconPrinter size={17} />}
      onClick={() => setPrinting(true)}
    >
      {t('printOne')}
    </Button>
  );
  return (
    <Section title={t('title')} aside={print}>
      {cards.isError && <ErrorState error={cards.error} onRetry={() => void cards.refetch()} />}
      {cards.data?.length === 0 && <EmptyState title={t('noneYet')} hint={t('noneYetHint')} />}
      {cards.data && cards.data.length > 0 && (
        <RowsTable label={t('title')} rows={cards.data} columns={columns} keyOf={({ id }) => id} />
      )}
      {isPrinting && (
        <PrintCards
          marketId={stall.marketId}
          stallIds={[stall.id]}
          onClose={() => setPrinting(false)}
        />
      )}
      {revoked && <RevokeCard card={revoked} onClose={() => setRevoked(undefined)} />}
    </Section>
  );
}

function useColumns(onRevoke: ((card: FeeCard) => void) | undefined): readonly Column<FeeCard>[] {
  const t = useTranslations('cards');
  return [
    { key: 'serial', title: t('serial'), cell: ({ serial }) => serialText(serial) },
    { key: 'format', title: t('format'), cell: ({ format }) => t(`formatShort.${format}`) },
    { key: 'state', title: t('state'), cell: (card) => <CardState card={card} /> },
    {
      key: 'account',
      title: t('account'),
      isWideOnly: true,
      cell: ({ bank, lastDigits }) => `${bank} …${lastDigits}`,
    },
    { key: 'reason', title: t('reason'), cell: (card) => <WhyPrinted card={card} /> },
    {
      key: 'printedAt',
      title: t('printedAt'),
      cell: ({ printedAt, printedByName }) => (
        <>
          <InstantText at={printedAt} />, {printedByName}
        </>
      ),
    },
    {
      key: 'revoke',
      title: t('revoke'),
      cell: (card) =>
        onRevoke &&
        (card.state === 'valid' || card.state === 'outdated') && (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('revokeOf', { serial: serialText(card.serial) })}
              onClick={() => onRevoke(card)}
            >
              {t('revoke')}
            </Button>
          </Group>
        ),
    },
  ];
}

function CardState({ card: { state, why, revokedReason, revokedNote } }: { card: FeeCard }) {
  const t = useTranslations('cards');
  const words = state === 'outdated' && why ? t(`whyValue.${why}`) : t(`stateValue.${state}`);
  return (
    <>
      <StatusBadge tone={TONES[state]}>{words}</StatusBadge>
      {revokedReason && ` ${t(`reasonValue.${revokedReason}`)}`}
      {revokedNote && `: ${revokedNote}`}
    </>
  );
}

function WhyPrinted({ card: { reason, note } }: { card: FeeCard }) {
  const t = useTranslations('cards');
  if (!reason) return t('first');
  return note ? `${t(`reasonValue.${reason}`)}: ${note}` : t(`reasonValue.${reason}`);
}
