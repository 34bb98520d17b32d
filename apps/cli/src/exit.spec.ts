import { exitOf } from './exit';

const fault = (message: string, code?: string) => Object.assign(new Error(message), { code });

describe('what a command says when its database goes away', () => {
  it.each([
    ['a full disk', fault('could not extend file "base/5/1"', '53100'), /disk .* full: make room/],
    ['a server that was asked to end', fault('terminating connection', '57P01'), /went away/],
    ['a server that was killed', fault('Connection terminated unexpectedly'), /went away/],
    ['a server that is not back yet', fault('connect', 'ECONNREFUSED'), /went away/],
  ])('%s is one line that says what to do', (_, error, line) => {
    expect(exitOf(error)).toEqual({ code: 1, line: expect.stringMatching(line) });
  });

  it('any other failure keeps its own words, in one line', () => {
    expect(exitOf(fault('one\n  two'))).toEqual({ code: 1, line: 'one two' });
  });
});
