import { parseArgs } from 'node:util';
import { BankingModule } from '@cho40/banking';
import { BillingModule } from '@cho40/billing';
import { CardsModule } from '@cho40/cards';
import { CashModule } from '@cho40/cash';
import { ClosingModule } from '@cho40/closing';
import { IdentityModule } from '@cho40/identity';
import { MarketsModule } from '@cho40/markets';
import { Database } from '@cho40/platform';
import { ReconciliationModule } from '@cho40/reconciliation';
import { TariffsModule } from '@cho40/tariffs';
import { TenancyModule } from '@cho40/tenancy';
import { printLine } from '../output';
import { loadProvince } from '../province/load-province';
import { ProvinceClock } from '../province/scene';
import { withLibs } from '../with-libs';

export const usage = ['seed [--when-empty]'];

const LIBS = [
  MarketsModule,
  IdentityModule,
  TariffsModule,
  TenancyModule,
  BankingModule,
  BillingModule,
  ReconciliationModule,
  CashModule,
  ClosingModule,
  CardsModule,
];

const SAYS = {
  loaded: 'province: loaded; ./cho40 users demo shows one sign-in per role',
  already: 'province: was loaded before',
  'not-empty': 'province: not loaded, the database is not empty',
} as const;

/**
 * Loads the believable province when the database is empty, and says so when it is not. With
 * --when-empty, as the program's start asks, there is nothing to say then.
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'when-empty': { type: 'boolean' } } });
  const clock = new ProvinceClock();
  const outcome = await withLibs(
    LIBS,
    (libs) =>
      loadProvince({ libs, clock, db: libs.get(Database) }, (line) => {
        process.stdout.write(`${line}\n`);
      }),
    { clock },
  );
  if (!values['when-empty'] || outcome === 'loaded') await printLine(SAYS[outcome]);
  return 0;
}
