import { createHash } from 'node:crypto';
import { CodedError } from '@cho40/kernel';
import { platformError } from '@cho40/platform';
import { readReport, type SettlementReport } from '../domain/settlement/read-report';
import type { MappedReport } from '../domain/settlement/report-header';
import { statementError } from '../domain/statement/errors';
import type { Looked } from '../domain/statement/header';
import { sheetsIn } from '../statements/statement-file';

/** A wallet's report as it was uploaded. */
export interface UploadedReport {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  readonly report: SettlementReport;
}

/** As many lines are read in well under a second; a wallet's longer report is several files. */
export const REPORT_LINES_LIMIT = 20_000;

/**
 * Reads an uploaded report, away from any transaction, by the known names and layouts mapped by hand.
 * @throws a coded refusal of the whole file
 */
export async function readReportFile(
  fileName: string,
  bytes: Buffer,
  mapped: readonly MappedReport[],
): Promise<UploadedReport> {
  const sheets = await sheetsIn(bytes);
  if (sheets.some(({ rows }) => rows.length > REPORT_LINES_LIMIT + ROWS_AROUND))
    throw platformError('fileTooManyRows', { limit: REPORT_LINES_LIMIT });
  const sha256 = createHash('sha256').update(bytes).digest();
  return { fileName: fileName.slice(0, 200), bytes, sha256, report: firstReport(sheets, mapped) };
}

// What stands above and below the lines.
const ROWS_AROUND = 200;

/** The first sheet with a known header; the others may be a cover or a summary. */
function firstReport(sheets: readonly Looked[], mapped: readonly MappedReport[]): SettlementReport {
  for (const sheet of sheets) {
    try {
      return readReport(sheet, mapped);
    } catch (fault) {
      if (!(fault instanceof CodedError) || fault.code !== 'banking.reportLayoutUnknown')
        throw fault;
    }
  }
  throw statementError('reportLayoutUnknown');
}
