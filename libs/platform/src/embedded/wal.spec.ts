import { walNames } from './wal';

describe('the log files that a backup needs', () => {
  it('are the first, the last and all between', () => {
    expect(walNames('000000010000000000000009', '00000001000000000000000B')).toEqual([
      '000000010000000000000009',
      '00000001000000000000000A',
      '00000001000000000000000B',
    ]);
  });

  it('go on in the next log after the 256th file', () => {
    expect(walNames('0000000100000002000000FF', '000000010000000300000000')).toEqual([
      '0000000100000002000000FF',
      '000000010000000300000000',
    ]);
  });

  it('are one when all was written into one', () => {
    const only = '000000020000000000000007';
    expect(walNames(only, only)).toEqual([only]);
  });
});
