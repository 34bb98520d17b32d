import { platformError } from '../errors';
import { operatorLine } from './operator-line';

const fault = (message: string, code?: string) => Object.assign(new Error(message), { code });

describe('what an operator reads when the database goes away', () => {
  it.each([
    ['a full disk', fault('could not extend file "base/5/1"', '53100'), /disk .* full: make room/],
    ['a server that was asked to end', fault('terminating connection', '57P01'), /went away/],
    ['a server that comes back', fault('the database system is starting up', '57P03'), /went away/],
    ['a server that was killed', fault('Connection terminated unexpectedly'), /went away/],
    ['a statement after that', fault('Query runner already released. Cannot …'), /went away/],
    ['a server that is not back yet', fault('connect', 'ECONNREFUSED'), /went away/],
    [
      'a server that never answered',
      platformError('databaseUnreachable', { cause: 'ECONNREFUSED', at: '127.0.0.1:5432' }),
      /the database at 127\.0\.0\.1:5432 does not answer \(ECONNREFUSED\)/,
    ],
    [
      'a server with another’s password',
      platformError('databaseUnreachable', { cause: '28P01', at: '127.0.0.1:5432' }),
      /the database at 127\.0\.0\.1:5432 refuses the password: .* \(28P01\)/,
    ],
  ])('%s is one line that says what to do', (_, error, line) => {
    expect(operatorLine(error)).toMatch(line);
  });

  it('a bug has no such line', () => {
    expect(operatorLine(new TypeError('one\n  two'))).toBeUndefined();
  });
});
