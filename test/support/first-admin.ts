import type { RunningProgram } from './program';

/** Makes the first admin of an empty database, as the guide says; gives the password printed. */
export function addFirstAdmin(program: Pick<RunningProgram, 'cho40'>): string {
  const asAdmin = ['--username', 'admin', '--name', 'Quản trị', '--role', 'systemAdmin'];
  const added = program.cho40('users', 'add', ...asAdmin, '--json');
  if (added.status !== 0) throw new Error(added.stderr);
  const { password } = JSON.parse(added.stdout) as { password: string };
  return password;
}
