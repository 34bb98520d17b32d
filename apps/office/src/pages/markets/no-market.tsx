import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../parts/states';

/** For a page about one market, when the person has none. */
export function NoMarket() {
  const t = useTranslations('markets');
  const toMarkets = (
    <Button component={Link} to="/markets">
      {t('toMarkets')}
    </Button>
  );
  return <EmptyState title={t('needed')} hint={t('neededHint')} action={toMarkets} />;
}
