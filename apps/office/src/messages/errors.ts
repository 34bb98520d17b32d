import { officeErrors } from './errors/office';

/** Code → sentence, in both languages. `{name}` is filled from the error's facts. */
export interface Sentences {
  vi: Readonly<Record<string, string>>;
  en: Readonly<Record<string, string>>;
}

const tables: readonly Sentences[] = [officeErrors];

const all = (locale: keyof Sentences): Record<string, string> =>
  Object.assign({}, ...tables.map((table) => table[locale]));

/** Every sentence for every code the libs may throw; one file per lib in `errors/`. */
export const errorSentences: Record<'vi' | 'en', Record<string, string>> = {
  vi: all('vi'),
  en: all('en'),
};
