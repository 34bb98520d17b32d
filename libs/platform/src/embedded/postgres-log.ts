const REPORT = /(?:FATAL|PANIC|ERROR|initdb: error): +(.+)/;

/** Finds in what PostgreSQL printed the one line that says why it gave up. */
export function systemFaultIn(log: string): string {
  if (/No space left on device|Disk quota exceeded/.test(log)) return 'the disk is full';
  const reports = log.split('\n').flatMap((line) => REPORT.exec(line)?.[1] ?? []);
  return reports.at(-1) ?? log.trim().split('\n').at(-1) ?? 'it printed nothing';
}
