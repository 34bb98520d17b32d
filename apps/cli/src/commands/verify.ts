import { parseArgs } from 'node:util';
import { AdoptionModule } from '@cho40/adoption';
import { BankingModule } from '@cho40/banking';
import { BillingModule } from '@cho40/billing';
import { CardsModule } from '@cho40/cards';
import { CashModule } from '@cho40/cash';
import { ClosingModule } from '@cho40/closing';
import { IdentityModule } from '@cho40/identity';
import { LedgerModule } from '@cho40/ledger';
import { MarketsModule } from '@cho40/markets';
import { MoveInModule } from '@cho40/movein';
import { Checks } from '@cho40/platform';
import { ReconciliationModule } from '@cho40/reconciliation';
import { TariffsModule } from '@cho40/tariffs';
import { TenancyModule } from '@cho40/tenancy';
import { printLine } from '../output';
import { withLibs } from '../with-libs';

export const usage = ['verify [--json]'];

// Every lib brings its own invariants.
const LIBS = [
  LedgerModule,
  MarketsModule,
  IdentityModule,
  TariffsModule,
  TenancyModule,
  BankingModule,
  BillingModule,
  MoveInModule,
  ReconciliationModule,
  CashModule,
  ClosingModule,
  CardsModule,
  AdoptionModule,
];

/** Checks every invariant on every board; exits 1 when one is broken, and names the rows. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const report = await withLibs(LIBS, (libs) => libs.get(Checks).runAll());
  const { boards, checks, violations } = report;
  if (values.json) await printLine(JSON.stringify(report));
  else {
    await printLine(`${checks} checks on ${boards} boards, ${violations.length} violations`);
    for (const { invariant, boardId, rowKey, facts } of violations)
      await printLine(`${invariant}  board ${boardId}  row ${rowKey}  ${JSON.stringify(facts)}`);
  }
  return violations.length > 0 ? 1 : 0;
}
