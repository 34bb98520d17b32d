import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../../parts/page';
import { EmptyState } from '../../parts/states';

/** For a page about one market, when the person has none. */
export function NoMarket({ title }: { title: string }) {
  const t = useTranslations('markets');
  const toMarkets = (
    <Button component={Link} to="/markets">
      {t('toMarkets')}
    </Button>
  );
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={t('needed')} hint={t('neededHint')} action={toMarkets} />
    </>
  );
}
