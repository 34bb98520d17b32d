// Everything that follows from a bill that was issued: its paper, its arrears, its reminders.
import { ArrearsController } from './arrears/arrears.controller';
import { Arrears } from './arrears/arrears.service';
import { arrearsInvariants } from './arrears/invariants';
import { DebtPapersController } from './debt-papers/debt-papers.controller';
import { DebtPapers } from './debt-papers/debt-papers.service';
import { debtPaperInvariants } from './debt-papers/invariants';
import { EInvoiceAsking } from './e-invoices/e-invoice-asking.service';
import { EInvoicesController } from './e-invoices/e-invoices.controller';
import { EInvoicesProcessor } from './e-invoices/e-invoices.processor';
import { EInvoices } from './e-invoices/e-invoices.service';
import { JournalsController } from './journals/journals.controller';
import { Journals } from './journals/journals.service';
import { BillPapersController } from './papers/bill-papers.controller';
import { BillPapers } from './papers/bill-papers.service';
import { BillPrints } from './papers/bill-prints.service';
import { BillsToPrintProcessor } from './papers/bills-to-print.processor';
import { ReminderSettings } from './reminders/reminder-settings.service';
import { RemindersController } from './reminders/reminders.controller';
import { Reminders } from './reminders/reminders.service';
import { TextRounds } from './reminders/text-rounds';
import { TextSending } from './reminders/text-sending.service';
import { TextsProcessor } from './reminders/texts.processor';
import { LeaseStatementsController } from './statements/lease-statements.controller';
import { LeaseStatements } from './statements/lease-statements.service';

export const debtControllers = [
  ArrearsController,
  BillPapersController,
  DebtPapersController,
  EInvoicesController,
  JournalsController,
  LeaseStatementsController,
  RemindersController,
];
export const debtProviders = [
  Arrears,
  BillPapers,
  BillPrints,
  BillsToPrintProcessor,
  DebtPapers,
  EInvoiceAsking,
  EInvoices,
  EInvoicesProcessor,
  Journals,
  LeaseStatements,
  Reminders,
  ReminderSettings,
  TextRounds,
  TextSending,
  TextsProcessor,
];
export const debtInvariants = [...arrearsInvariants, ...debtPaperInvariants];
