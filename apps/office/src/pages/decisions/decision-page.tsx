import { Button } from '@mantine/core';
import { IconPlus, IconReplace } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { Facts, PageHeader, Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { type DecisionPrice, useFactorWords, usePriceWords } from '../tariffs/price-words';
import { NewDecisionPrice } from './new-decision-price';

/** A decision opened: its lines, from which boards take their prices. */
export function DecisionPage() {
  const t = useTranslations('tariffs.decisions');
  const { id } = useParams({ from: '/decisions/$id' });
  const decision = useQuery(reading('/api/v1/decisions/{id}', { path: { id } }));
  const format = useFormat();
  // What is typed: a new line, or one in the place of another.
  const [adding, setAdding] = useState<'new' | DecisionPrice>();
  const mayWrite = useMay('tariffs.write');
  const columns = useColumns(mayWrite ? setAdding : undefined);
  if (decision.isError)
    return <ErrorState error={decision.error} onRetry={() => void decision.refetch()} />;
  if (!decision.data) return <Waiting />;
  const { number, title, prices, ...facts } = decision.data;
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding('new')}>
      {t('addLine')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={number}
        subtitle={title}
        crumbs={[{ label: t('title'), to: '/decisions' }]}
        actions={add}
      />
      <Section title={t('facts')}>
        <Facts
          rows={[
            [t('issuer'), facts.issuer],
            [t('province'), facts.provinceName],
            [t('issuedOn'), format.date(facts.issuedOn)],
            [t('from'), format.date(facts.effectiveFrom)],
            [t('to'), facts.effectiveTo ? format.date(facts.effectiveTo) : t('open')],
          ]}
        />
      </Section>
      <Section title={t('lines')} hint={t('linesHint')} isFlush>
        {prices.length === 0 ? (
          <EmptyState title={t('noLines')} hint={t('noLinesHint')} action={add} />
        ) : (
          <RowsTable
            label={t('lines')}
            rows={prices}
            columns={columns}
            keyOf={({ lineNumber }) => String(lineNumber)}
          />
        )}
      </Section>
      {adding && (
        <NewDecisionPrice
          decisionId={id}
          inPlaceOf={adding === 'new' ? undefined : adding}
          onClose={() => setAdding(undefined)}
        />
      )}
    </>
  );
}

function useColumns(
  replace: ((line: DecisionPrice) => void) | undefined,
): readonly Column<DecisionPrice>[] {
  const t = useTranslations('tariffs.decisions');
  const words = usePriceWords();
  const factorWords = useFactorWords();
  return [
    { key: 'line', title: t('line'), cell: ({ lineNumber }) => lineNumber },
    { key: 'what', title: t('description'), cell: ({ description }) => description },
    { key: 'fee', title: t('feeType'), cell: ({ feeType }) => words.fee(feeType) },
    { key: 'for', title: t('for'), cell: factorWords },
    {
      key: 'price',
      title: t('price'),
      align: 'right',
      cell: (line) => <span className="amount">{words.price(line)}</span>,
    },
    {
      key: 'state',
      title: t('state'),
      cell: (line) => <LineState line={line} replace={replace} />,
    },
  ];
}

function LineState({
  line,
  replace,
}: {
  line: DecisionPrice;
  replace: ((line: DecisionPrice) => void) | undefined;
}) {
  const t = useTranslations('tariffs.decisions');
  if (line.replacedBy !== null)
    return <StatusBadge tone="quiet">{t('replacedBy', { line: line.replacedBy })}</StatusBadge>;
  if (!replace) return <StatusBadge tone="good">{t('inForce')}</StatusBadge>;
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconReplace size={15} />}
      onClick={() => replace(line)}
    >
      {t('replace', { line: line.lineNumber })}
    </Button>
  );
}
