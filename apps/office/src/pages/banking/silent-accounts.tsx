import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useFormat } from '../../format';

/** A banner for each account that has been silent for longer than its own rhythm explains. */
export function SilentAccounts() {
  const t = useTranslations('banking.accounts');
  const format = useFormat();
  const { data } = useQuery(reading('/api/v1/banking/today', {}));
  return data?.silentAccounts.map(({ accountId, number, days, usualDays, usualBy, since }) => (
    <Alert
      key={accountId}
      color="yellow"
      icon={<IconAlertTriangle />}
      title={usualBy === null ? t('silent', { number, days }) : t('silentToday', { number })}
      mb="md"
    >
      {usualBy === null
        ? t('silentHint', { day: format.date(since), usualDays })
        : t('silentTodayHint', { day: format.date(since), time: hourOf(usualBy) })}
    </Alert>
  ));
}

/** 435 minutes after midnight: `07:15`. */
const hourOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
