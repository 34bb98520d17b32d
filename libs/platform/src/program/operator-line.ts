import { CodedError } from '@cho40/kernel';
import { isDatabaseLost, isDiskFull } from '../database/lost';

const text = (facts: CodedError['facts'], name: string) => String(facts[name] ?? '');

/** What else than silence a connection was met with, by PostgreSQL's code. */
const MET_WITH: Readonly<Record<string, string>> = {
  '28P01': 'refuses the password: it belongs to another database',
  '3D000': 'does not hold the database asked for: restore a backup, or name another one',
  '57P03': 'is just starting or ending: try again',
};

/** What an operator reads when a program cannot start; the web app never shows these. */
const LINES: Readonly<Record<string, (facts: CodedError['facts']) => string>> = {
  // 53100: PostgreSQL answers, and has no room left to begin a session.
  'platform.databaseUnreachable': (facts) =>
    facts.cause === '53100'
      ? 'the disk of the database is full: make room and try again; nothing was changed'
      : `the database at ${text(facts, 'at')} ` +
        `${MET_WITH[text(facts, 'cause')] ?? 'does not answer'} (${text(facts, 'cause')})`,
  'platform.roleMayBypassRows': (facts) =>
    `the database role ${text(facts, 'role')} is not bound by row-level security (superuser or ` +
    'BYPASSRLS): give DATABASE_URL an ordinary role',
  'platform.rolesMissing': (facts) =>
    `the database roles ${text(facts, 'roles')} are missing, and the role of ` +
    'MIGRATION_DATABASE_URL may not make them: docs/operations.md',
  'platform.databaseIsNewer': (facts) =>
    `the database carries ${text(facts, 'step')}, which this release does not know: start the ` +
    'release that made it, or a newer one',
  'platform.migrationChanged': (facts) =>
    `the database was made with another ${text(facts, 'step')} than this release has: it belongs ` +
    'to another version of the program',
  'platform.migrationFailed': (facts) =>
    `the step ${text(facts, 'step')} could not be applied: ${text(facts, 'why')}`,
};

/** What stops a program, in words that say what to do; undefined where there are none for it. */
export function operatorLine(error: unknown): string | undefined {
  if (error instanceof CodedError) return LINES[error.code]?.(error.facts);
  if (isDiskFull(error))
    return 'the disk of the database is full: make room and try again; what was begun is undone';
  if (isDatabaseLost(error))
    return 'the database went away (ended, or its disk is full): try again; what was begun is undone';
  return undefined;
}
