import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSettings } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { useScope } from '../../scope';
import { ReminderSettingDrawer } from './reminder-setting';

type Reminder = ItemOf<'/api/v1/reminders'>;
const TONES: Readonly<Record<Reminder['state'], Tone>> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'good',
  refused: 'bad',
  unknown: 'attention',
  dropped: 'quiet',
};
const STATES = ['waiting', 'sending', 'sent', 'refused', 'unknown', 'dropped'] as const;

/** The outbox of texts: what was written, whether it left and what the gateway said. */
export function RemindersPage() {
  const t = useTranslations('debts.texts');
  const { market } = useScope();
  const [isOpen, { open, close }] = useDisclosure(false);
  const columns = useColumns();
  const maySet = useMay('billing.issue') && market !== undefined;
  const filters: readonly Filter[] = [
    {
      name: 'state',
      label: t('state'),
      options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
    },
  ];
  const settings = maySet && (
    <Button leftSection={<IconSettings size={17} />} onClick={open}>
      {t('settings')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={settings} />
      <PagedTable<Reminder>
        key={market?.id}
        label={t('title')}
        read={({ page, filters: { state } }) =>
          reading('/api/v1/reminders', { query: { ...page, marketId: market?.id, state } })
        }
        columns={columns}
        filters={filters}
        keyOf={({ id }) => id}
        linkOf={({ leaseId }) => ({ to: '/lease-statements/$id', params: { id: leaseId } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: settings }}
      />
      {isOpen && market && <ReminderSettingDrawer market={market} onClose={close} />}
    </>
  );
}

function useColumns(): readonly Column<Reminder>[] {
  const t = useTranslations('debts');
  return [
    {
      key: 'for',
      title: t('arrears.place'),
      cell: ({ stallCode, payerName }) => `${stallCode} · ${payerName}`,
    },
    {
      key: 'madeAt',
      title: t('texts.madeAt'),
      sort: 'madeAt',
      cell: ({ madeAt }) => <InstantText at={madeAt} />,
    },
    { key: 'body', title: t('texts.body'), cell: ({ body }) => body, isWideOnly: true },
    {
      key: 'phone',
      title: t('texts.phone'),
      cell: ({ phoneLast4: last4 }) => (last4 ? t('texts.phoneEnd', { last4 }) : '—'),
    },
    {
      key: 'state',
      title: t('texts.state'),
      cell: ({ state }) => (
        <StatusBadge tone={TONES[state]}>{t(`texts.states.${state}`)}</StatusBadge>
      ),
    },
    {
      key: 'answer',
      title: t('texts.answer'),
      cell: ({ answer }) => answer ?? '—',
      isWideOnly: true,
    },
  ];
}
