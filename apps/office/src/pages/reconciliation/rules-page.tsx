import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { useAddress } from '../../parts/search';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { DraftRule } from './draft-rule';
import { RehearseRule } from './rehearse-rule';

export const RULES = '/api/v1/reconciliation-rules';
export type ClassRule = ItemOf<typeof RULES>;

const tones: Record<ClassRule['state'], Tone> = { draft: 'waiting', on: 'good', off: 'quiet' };
const states = Object.keys(tones) as ClassRule['state'][];

/** Rules that classify by themselves; each is rehearsed on old records before it is switched on. */
export function RulesPage() {
  const t = useTranslations('rules');
  const mayDecide = useMay('reconciliation.decide');
  const [address, change] = useAddress();
  const [rehearsed, setRehearsed] = useState<ClassRule>();
  const isDrafting = address.draft !== undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        crumbs={[{ label: t('workbench'), to: '/workbench/queue' }]}
        actions={
          mayDecide && (
            <Button leftSection={<IconPlus size={17} />} onClick={() => change({ draft: 'new' })}>
              {t('draft.action')}
            </Button>
          )
        }
      />
      <PagedTable<ClassRule>
        label={t('title')}
        read={({ page, filters }) =>
          reading(RULES, {
            query: { ...page, state: filters.state as ClassRule['state'] | undefined },
          })
        }
        columns={useColumns(mayDecide ? setRehearsed : undefined)}
        keyOf={({ id }) => id}
        filters={useFilters()}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DraftRule
        key={address.draft}
        asked={address.draft}
        words={address.words}
        isOpen={isDrafting}
        onClose={() => change({ draft: undefined, words: undefined })}
      />
      {rehearsed && <RehearseRule rule={rehearsed} onClose={() => setRehearsed(undefined)} />}
    </>
  );
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('rules');
  return [
    {
      name: 'state',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`stateValue.${value}`) })),
    },
  ];
}

function useColumns(
  rehearse: ((rule: ClassRule) => void) | undefined,
): readonly Column<ClassRule>[] {
  const t = useTranslations();
  const columns: readonly Column<ClassRule>[] = [
    {
      key: 'words',
      title: t('rules.looksFor'),
      cell: ({ words, accountLast4 }) =>
        [words && `“${words}”`, accountLast4 && t('rules.account', { last4: accountLast4 })]
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'class',
      title: t('queue.classify.class'),
      cell: ({ class: classed }) => t(`reconciliation.class.${classed}`),
    },
    {
      key: 'by',
      title: t('rules.by'),
      cell: ({ onByName, createdByName }) => onByName ?? createdByName,
    },
    {
      key: 'state',
      title: t('rules.state'),
      cell: ({ state }) => (
        <StatusBadge tone={tones[state]}>{t(`rules.stateValue.${state}`)}</StatusBadge>
      ),
    },
    {
      key: 'reached',
      title: t('rules.reached'),
      isWideOnly: true,
      cell: ({ state, reached, reachedAt }) => {
        if (state === 'draft') return '—';
        return t(reachedAt ? 'rules.reachedOf' : 'rules.reaching', { count: reached });
      },
    },
  ];
  if (!rehearse) return columns;
  return [
    ...columns,
    {
      key: 'act',
      title: t('rules.rehearse.column'),
      cell: (rule) => (
        <Button variant="default" size="xs" onClick={() => rehearse(rule)}>
          {t('rules.rehearse.action')}
        </Button>
      ),
    },
  ];
}
