import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartRefusal } from '../start-refusal';

/** The operating system's account that PostgreSQL runs as: ours, or another one where we are root. */
export interface OsAccount {
  /** Gives a file or folder to the account, where it is another one than ours. */
  own(path: string): void;
  /** The command line that runs `program` as the account and ends it when this process dies. */
  command(program: string, args: readonly string[]): [file: string, args: string[]];
}

const SETPRIV_PLACES = ['/usr/bin', '/bin', '/usr/local/bin', '/run/current-system/sw/bin'];

/**
 * @param reach folders and programs the account must get at
 * @throws StartRefusal where we are root and no other account can be used
 */
export function accountForPostgres(reach: readonly string[]): OsAccount {
  const setpriv = SETPRIV_PLACES.map((place) => `${place}/setpriv`).find((at) => existsSync(at));
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !setpriv)
    throw new StartRefusal(
      'PostgreSQL does not run as root, and the program setpriv (util-linux) is missing: ' +
        'install it or start as an ordinary user',
    );
  // Not Linux, or a very small one: PostgreSQL is then ended by us, or by the next start.
  if (!setpriv || process.platform !== 'linux')
    return { own: () => undefined, command: (program, args) => [program, [...args]] };
  const endWithParent = ['--pdeathsig', 'INT'];
  const other = isRoot ? otherAccount() : undefined;
  const options = other ? [...switchTo(other, reach), ...endWithParent] : endWithParent;
  return {
    own: (path) => other && chownSync(path, other.uid, other.gid),
    command: (program, args) => [setpriv, [...options, '--', program, ...args]],
  };
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

// `postgres` where a distribution's package made it, else `nobody`, which every system has.
function otherAccount(): Ids {
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: numberOf('-u', name), gid: numberOf('-g', name) };
    } catch {
      // no such account
    }
  }
  throw new StartRefusal(
    'PostgreSQL does not run as root, and there is neither an account postgres nor nobody: ' +
      'start as an ordinary user',
  );
}

function numberOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('/usr/bin/id', [flag, name], { stdio: 'pipe' }));
}

// Under a home of mode 0700 the other account reaches neither the programs nor the data. It then
// keeps the one capability to pass through folders and read; no_setuid_fixup lets access(2), with
// which PostgreSQL checks its own programs, see that capability too.
function switchTo({ uid, gid }: Ids, reach: readonly string[]): string[] {
  const account = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  if (reach.every(isReachable)) return account;
  const capability = '+dac_read_search';
  return [
    ...account,
    '--securebits=+no_setuid_fixup',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
}

const MAY_PASS = 0o001;

function isReachable(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & MAY_PASS) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
