// Everything that follows from a bill that was issued: its paper, its arrears, its reminders.
import { ArrearsController } from './arrears/arrears.controller';
import { Arrears } from './arrears/arrears.service';
import { arrearsInvariants } from './arrears/invariants';
import { DebtPapersController } from './debt-papers/debt-papers.controller';
import { DebtPapers } from './debt-papers/debt-papers.service';
import { debtPaperInvariants } from './debt-papers/invariants';
import { BillPapersController } from './papers/bill-papers.controller';
import { BillPapers } from './papers/bill-papers.service';
import { BillPrints } from './papers/bill-prints.service';
import { BillsToPrintProcessor } from './papers/bills-to-print.processor';
import { LeaseStatementsController } from './statements/lease-statements.controller';
import { LeaseStatements } from './statements/lease-statements.service';

export const debtControllers = [
  ArrearsController,
  BillPapersController,
  DebtPapersController,
  LeaseStatementsController,
];
export const debtProviders = [
  Arrears,
  BillPapers,
  BillPrints,
  BillsToPrintProcessor,
  DebtPapers,
  LeaseStatements,
];
export const debtInvariants = [...arrearsInvariants, ...debtPaperInvariants];
