import { bankingErrors } from './errors/banking';
import { billingErrors } from './errors/billing';
import { cardsErrors } from './errors/cards';
import { cashErrors } from './errors/cash';
import { closingErrors } from './errors/closing';
import { identityErrors } from './errors/identity';
import { marketsErrors } from './errors/markets';
import { moveInErrors } from './errors/movein';
import { officeErrors } from './errors/office';
import { platformErrors } from './errors/platform';
import { reconciliationErrors } from './errors/reconciliation';
import { tariffsErrors } from './errors/tariffs';
import { tenancyErrors } from './errors/tenancy';
import { vietqrErrors } from './errors/vietqr';

/** Code → sentence, in both languages. `{name}` is filled from the error's facts. */
export interface Sentences {
  vi: Readonly<Record<string, string>>;
  en: Readonly<Record<string, string>>;
}

const tables: readonly Sentences[] = [
  officeErrors,
  platformErrors,
  identityErrors,
  marketsErrors,
  tenancyErrors,
  tariffsErrors,
  vietqrErrors,
  bankingErrors,
  billingErrors,
  moveInErrors,
  reconciliationErrors,
  cardsErrors,
  cashErrors,
  closingErrors,
];

const all = (locale: keyof Sentences): Record<string, string> =>
  Object.assign({}, ...tables.map((table) => table[locale]));

/** Every sentence for every code the libs may throw; one file per lib in `errors/`. */
export const errorSentences: Record<'vi' | 'en', Record<string, string>> = {
  vi: all('vi'),
  en: all('en'),
};
