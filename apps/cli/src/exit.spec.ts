import { exitOf } from './exit';

describe('what a command says when it fails', () => {
  it('is its failure’s own words, in one line', () => {
    expect(exitOf(new Error('one\n  two'))).toEqual({ code: 1, line: 'one two' });
  });
});
