import fc from 'fast-check';
import { neutral, unguarded } from './neutral';

describe('a cell of an exported file', () => {
  it.each(['=1+1', '+84912345678', '-5', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'that looks like a formula, %j, is text',
    (text) => expect(neutral(text)).toBe(`'${text}`),
  );

  it.each(['A-012', 'Sùng Thị Máy', '', -5, 0, null, true])('%j stays as it is', (cell) =>
    expect(neutral(cell)).toBe(cell),
  );

  it('comes back as it was', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('=1', '-x', '@a', "'=1", "'q"));
    fc.assert(
      fc.property(text, (each) => expect(unguarded(String(neutral(each)))).toBe(each)),
      { examples: [["O'Hara"], ['=1']] },
    );
  });
});
