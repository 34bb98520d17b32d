const NAME = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})$/;
const FILES_PER_LOG = 256;

/**
 * The names of PostgreSQL's write-ahead log files from one to another, both included. A name is a
 * timeline, a log and one of its 256 files of 16 MB, each in 8 hexadecimal digits.
 */
export function walNames(first: string, last: string): string[] {
  const timeline = first.slice(0, 8);
  const names: string[] = [];
  for (let number = numberOf(first); number <= numberOf(last); number += 1)
    names.push(timeline + hex(Math.floor(number / FILES_PER_LOG)) + hex(number % FILES_PER_LOG));
  return names;
}

function numberOf(name: string): number {
  const [, , log = '', file = ''] = NAME.exec(name) ?? [];
  return Number.parseInt(log, 16) * FILES_PER_LOG + Number.parseInt(file, 16);
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
