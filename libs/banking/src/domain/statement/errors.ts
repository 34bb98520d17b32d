import { errorsOf } from '@cho40/kernel';

/** Why a statement file is refused as a whole. Facts name the row as the spreadsheet numbers it. */
export const statementError = errorsOf('banking', {
  statementLayoutUnknown: 'invalid',
  layoutIncomplete: 'invalid',
  statementXml: 'invalid',
  statementCurrency: 'invalid',
  statementSeveralAccounts: 'invalid',
  statementCell: 'invalid',
  statementRow: 'invalid',
  statementPeriod: 'invalid',
  statementUnproven: 'invalid',
  statementSums: 'invalid',
  statementTotals: 'invalid',
  reportLayoutUnknown: 'invalid',
  reportRow: 'invalid',
  reportTotal: 'invalid',
  reportEmpty: 'invalid',
});
