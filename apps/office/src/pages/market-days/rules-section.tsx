import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { DateText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { STALE_DAYS } from './stale';
import { RuleForm } from './rule-form';
import { useRuleWords } from './rule-words';

type Rule = BodyOf<'/api/v1/markets/{id}/day-rules'>[number];

/** By what days the market meets, and since when. */
export function RulesSection({ marketId }: { marketId: string }) {
  const t = useTranslations('marketDays.rules');
  const [isAdding, { open, close }] = useDisclosure(false);
  const rules = useQuery(reading('/api/v1/markets/{id}/day-rules', { path: { id: marketId } }));
  const mayWrite = useMay('markets.write');
  const remove = useRemoval(marketId);
  const columns = useColumns(mayWrite ? (rule) => remove.mutate(rule) : undefined);
  const add = mayWrite && (
    <Button variant="light" leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('title')} hint={t('hint')} aside={add}>
      <SubmitError error={remove.error} />
      {rules.isError && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data?.length === 0 && <EmptyState title={t('empty')} hint={t('emptyDaily')} />}
      {!rules.isError && rules.data?.length !== 0 && (
        <RowsTable
          label={t('title')}
          rows={rules.data}
          columns={columns}
          keyOf={({ validFrom }) => validFrom}
        />
      )}
      {isAdding && <RuleForm marketId={marketId} onClose={close} />}
    </Section>
  );
}

function useRemoval(marketId: string) {
  const t = useTranslations('marketDays.rules');
  return useSubmit<Rule, unknown>({
    send: ({ validFrom: day }) =>
      answer(
        api.DELETE('/api/v1/markets/{id}/day-rules/{day}', {
          params: { path: { id: marketId, day } },
        }),
      ),
    invalidates: STALE_DAYS,
    onDone: () => toast(t('removed')),
  });
}

function useColumns(remove: ((rule: Rule) => void) | undefined): readonly Column<Rule>[] {
  const t = useTranslations('marketDays.rules');
  const act = useTranslations('act');
  const words = useRuleWords();
  const columns: Column<Rule>[] = [
    { key: 'from', title: t('from'), cell: ({ validFrom }) => <DateText day={validFrom} /> },
    { key: 'days', title: t('days'), cell: words },
  ];
  if (!remove) return columns;
  const button = (rule: Rule) => (
    <Button
      size="compact-sm"
      variant="subtle"
      color="red"
      leftSection={<IconTrash size={15} />}
      aria-label={t('remove', { from: rule.validFrom })}
      onClick={() => remove(rule)}
    >
      {act('remove')}
    </Button>
  );
  return [...columns, { key: 'remove', title: act('remove'), align: 'right', cell: button }];
}
