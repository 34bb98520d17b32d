import { IntlProvider } from 'use-intl';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { Locale } from './format';
import { type Messages, vi } from './messages/vi';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

const LanguageContext = createContext<(locale: Locale) => void>(() => undefined);

/** Changes the language of every sentence on the screen, and remembers it. */
export const useSetLanguage = () => use(LanguageContext);

// A cookie and not localStorage: the sign-in page, made by the api, speaks the same language.
const remembered = (): Locale => (/(^|; )language=en(;|$)/.test(document.cookie) ? 'en' : 'vi');

/** Whether a language was ever chosen on this computer. */
export const isLanguageChosen = (): boolean => /(^|; )language=/.test(document.cookie);

function remember(locale: Locale): void {
  document.cookie = `language=${locale}; path=/; max-age=31536000; samesite=lax`;
}

/** English is fetched only by those who read it. */
async function sentencesOf(locale: Locale): Promise<Messages> {
  return locale === 'vi' ? vi : (await import('./messages/en')).en;
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [spoken, speak] = useState<{ locale: Locale; messages: Messages }>();
  const turnTo = async (locale: Locale) => {
    const messages = await sentencesOf(locale);
    document.documentElement.lang = locale;
    speak({ locale, messages });
  };
  useEffect(() => void turnTo(remembered()), []);
  const choose = (locale: Locale) => {
    remember(locale);
    void turnTo(locale);
  };
  if (!spoken) return null;
  return (
    <LanguageContext value={choose}>
      <IntlProvider
        locale={spoken.locale}
        messages={spoken.messages}
        timeZone="Asia/Ho_Chi_Minh"
        onError={reportMissing}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

// A wrong key or fact is a bug of ours: loud while developing, quiet for the people at the market.
function reportMissing(error: Error): void {
  if (import.meta.env.DEV) console.error(error.message);
}
