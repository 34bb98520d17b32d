// movein owns the way from a board's old books into these: the workbook, its check, its entry.
// It promises all of a file or nothing, debts that are proven to the đồng, and that the same file
// twice changes nothing.
// It never changes what stands in the books already.
export { problemText } from './domain/problem';
export type { Found as FoundInFile } from './files/files.queries';
export { MoveInFiles } from './files/move-in-files.service';
export { readWorkbookFile, type UploadedWorkbook } from './files/workbook-file';
export { MoveInModule } from './movein.module';
