import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { DateText } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { ExceptionForm } from './exception-form';
import { STALE_DAYS } from './stale';

type Exception = ItemOf<'/api/v1/markets/{id}/day-exceptions'>;

/** Single days off and extra days. */
export function ExceptionsSection({ marketId }: { marketId: string }) {
  const t = useTranslations('marketDays');
  const [isAdding, { open, close }] = useDisclosure(false);
  const mayWrite = useMay('markets.write');
  const remove = useRemoval(marketId);
  const columns = useColumns(mayWrite ? (each) => remove.mutate(each) : undefined);
  const add = mayWrite && (
    <Button variant="light" leftSection={<IconPlus size={17} />} onClick={open}>
      {t('exceptions.add')}
    </Button>
  );
  const kinds = (['off', 'extra'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <Section title={t('exceptions.title')} hint={t('exceptions.hint')} aside={add}>
      <SubmitError error={remove.error} />
      <PagedTable<Exception>
        label={t('exceptions.title')}
        read={({ page, filters: { kind } }) =>
          reading('/api/v1/markets/{id}/day-exceptions', {
            path: { id: marketId },
            query: { ...page, kind },
          })
        }
        columns={columns}
        filters={[{ name: 'kind', label: t('exceptions.kind'), options: kinds }]}
        searchHint={t('exceptions.search')}
        keyOf={({ on }) => on}
        exports
        empty={{ title: t('exceptions.empty'), hint: t('exceptions.emptyHint') }}
      />
      {isAdding && <ExceptionForm marketId={marketId} onClose={close} />}
    </Section>
  );
}

function useRemoval(marketId: string) {
  const t = useTranslations('marketDays.exceptions');
  return useSubmit<Exception, unknown>({
    send: ({ on: day }) =>
      answer(
        api.DELETE('/api/v1/markets/{id}/day-exceptions/{day}', {
          params: { path: { id: marketId, day } },
        }),
      ),
    invalidates: STALE_DAYS,
    onDone: () => toast(t('removed')),
  });
}

function useColumns(remove: ((each: Exception) => void) | undefined): readonly Column<Exception>[] {
  const t = useTranslations();
  const format = useFormat();
  const columns: Column<Exception>[] = [
    {
      key: 'on',
      title: t('marketDays.exceptions.day'),
      sort: 'on',
      cell: ({ on }) => <DateText day={on} />,
    },
    {
      key: 'kind',
      title: t('marketDays.exceptions.kind'),
      cell: ({ kind }) => (
        <StatusBadge tone={kind === 'off' ? 'quiet' : 'good'}>
          {t(`marketDays.${kind}`)}
        </StatusBadge>
      ),
    },
    { key: 'reason', title: t('marketDays.exceptions.reason'), cell: ({ reason }) => reason },
  ];
  if (!remove) return columns;
  const button = (each: Exception) => (
    <Button
      size="compact-sm"
      variant="subtle"
      color="red"
      leftSection={<IconTrash size={15} />}
      aria-label={t('marketDays.exceptions.remove', { day: format.date(each.on) })}
      onClick={() => remove(each)}
    >
      {t('act.remove')}
    </Button>
  );
  return [...columns, { key: 'remove', title: t('act.remove'), align: 'right', cell: button }];
}
