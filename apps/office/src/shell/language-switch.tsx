import { useTranslations } from 'use-intl';
import { api } from '../api/client';
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
  const choose = (locale: Locale) => {
    setLanguage(locale);
    // The account remembers it for other computers; here the cookie is enough if this fails.
    void api.PATCH('/api/v1/session', { body: { locale } });
  };
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
          onClick={() => choose(locale)}
        >
          {locale.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
