import { CloseButton } from '@mantine/core';
import { useTranslations } from 'use-intl';
import css from './dialog-head.module.css';

/** The title of a drawer or dialog. Mantine's own is a `header`, a second banner to a reader. */
export function DialogHead({ title, onClose }: { title: string; onClose: () => void }) {
  const t = useTranslations('act');
  return (
    <div className={css.head}>
      <h2 className={css.title}>{title}</h2>
      <CloseButton size="lg" aria-label={t('close')} onClick={onClose} />
    </div>
  );
}
