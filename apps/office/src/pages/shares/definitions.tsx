import { useTranslations } from 'use-intl';
import { Section } from '../../parts/page';
import css from './shares.module.css';

const definitions = [
  'byValue',
  'interval',
  'byCount',
  'collection',
  'unknown',
  'final',
  'cut',
] as const;

/** What every figure means, on the page and on its print. */
export function Definitions() {
  const t = useTranslations('shares');
  return (
    <Section title={t('definitions')}>
      <ul className={css.definitions}>
        {definitions.map((name) => (
          <li key={name}>{t(`definition.${name}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
