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
  return data?.silentAccounts.map(({ accountId, number, days, usualDays, since }) => (
    <Alert
      key={accountId}
      color="yellow"
      icon={<IconAlertTriangle />}
      title={t('silent', { number, days })}
      mb="md"
    >
      {t('silentHint', { day: format.date(since), usualDays })}
    </Alert>
  ));
}
