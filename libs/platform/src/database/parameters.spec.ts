import { parameterOf } from './parameters';

describe('an array on its way to PostgreSQL', () => {
  it('is one text of its values', () => {
    expect(parameterOf(['A-1', 'Chợ "Lùi"', null, ''])).toBe('{"A-1","Chợ \\"Lùi\\"",null,""}');
    expect(parameterOf([45_000, 0.5, true, null])).toBe('{45000,0.5,true,null}');
    expect(parameterOf([])).toBe('{}');
  });

  it.each([
    ['a line feed', ['Đồng Văn\nMèo Vạc']],
    ['a backslash before a letter', ['a\\b']],
    ['half a character', ['\ud83d']],
    ['a moment', [new Date(0)]],
    ['bytes', [Buffer.from('a')]],
    ['an array', [['a']]],
    ['no number', [Number.NaN]],
    ['nothing said', [undefined]],
  ])('is left to pg with %s in it', (_, value: unknown) => {
    expect(parameterOf(value)).toBe(value);
  });

  it('is the only parameter that is touched', () => {
    for (const value of [null, undefined, 'a', 1, new Date(0), { a: 1 }])
      expect(parameterOf(value)).toBe(value);
  });
});
