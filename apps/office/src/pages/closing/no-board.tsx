import { useTranslations } from 'use-intl';
import { PageHeader } from '../../parts/page';
import { EmptyState } from '../../parts/states';

/** A page of a board's books while no board is chosen. */
export function NoBoard({ title }: { title: string }) {
  const t = useTranslations('closing.periods');
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={t('noBoard')} hint={t('noBoardHint')} />
    </>
  );
}
