import { useTranslations } from 'use-intl';
import { type Locale, useFormat } from '../format';
import { useSetLanguage } from '../language';
import css from './shell.module.css';

const languages: readonly { locale: Locale; name: string }[] = [
  { locale: 'vi', name: 'Tiếng Việt' },
  { locale: 'en', name: 'English' },
];

export function LanguageSwitch() {
  const t = useTranslations('shell');
  const { locale: spoken } = useFormat();
  const setLanguage = useSetLanguage();
  return (
    <div className={css.languages} role="group" aria-label={t('language')}>
      {languages.map(({ locale, name }) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          title={name}
          aria-label={name}
          aria-pressed={locale === spoken}
          onClick={() => setLanguage(locale)}
        >
          {locale.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
