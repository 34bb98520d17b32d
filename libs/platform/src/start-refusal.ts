/**
 * Why a program does not start or go on: one line that an operator understands, naming what and
 * where. The programs print it as it is and exit 1. A bug is never one of these.
 */
export class StartRefusal extends Error {
  constructor(line: string) {
    super(line);
    this.name = 'StartRefusal';
  }
}

interface SystemFault {
  readonly code?: string;
  readonly message: string;
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'something else of this name stands there',
  ENOTEMPTY: 'something else of this name stands there',
  ENOENT: 'it is missing',
};

/** Says a file system fault in one line: `cannot write /srv/cho/data: the disk is full`. */
export function refusalOf(fault: unknown, attempt: string): StartRefusal {
  if (fault instanceof StartRefusal) return fault;
  const { code, message } = fault as SystemFault;
  const cause = (code && CAUSES[code]) || message.split('\n')[0];
  return new StartRefusal(`cannot ${attempt}: ${cause}`);
}
