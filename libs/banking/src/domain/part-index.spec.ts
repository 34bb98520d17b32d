import fc from 'fast-check';
import { PartIndex } from './part-index';

const indexOf = (contents: readonly string[]) =>
  new PartIndex([...new Set(contents)].map((content) => ({ content })));
const parts = (contents: readonly string[], whole: string) =>
  [...indexOf(contents).partsOf(whole)].map(({ content }) => content).toSorted();

describe('texts that a bank has cut', () => {
  it.each([
    ['MBVCB3278907687SKX1483027569', 'SKX1483027569', true],
    ['MBVCB3278907687SKX1483027569', 'MBVCB3278907687SKX1483', true],
    ['SKX1483027569', 'SKX1483027569', false],
    ['MBVCB3278907687SKX1483027569', '', false],
    ['CHUYENCK', 'CK', false],
    ['SKX1483027569', 'SKX1483027570', false],
  ])('of %s, %s is a part: %s', (whole, content, isPart) => {
    expect(parts([content], whole)).toEqual(isPart ? [content] : []);
  });

  it('are found wherever they stand, and no others', () => {
    const text = fc.string({ unit: fc.constantFrom('A', 'B'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text), text, (contents, whole) => {
        const inside = [...new Set(contents)].filter(
          (one) => one.length >= 6 && one !== whole && whole.includes(one),
        );
        expect(parts(contents, whole)).toEqual(inside.toSorted());
      }),
    );
  });

  it('are not looked through one by one, though all begin alike', () => {
    const COUNT = 4_096;
    let looks = 0;
    const items = Array.from({ length: COUNT }, (_, at) => ({
      get content() {
        looks += 1;
        return `MBVCB3278907687SKX${10_000 + at}`;
      },
    }));
    const index = new PartIndex(items);
    looks = 0;
    for (let at = 0; at < COUNT; at += 1) {
      const found = [...index.partsOf(`0123MBVCB3278907687SKX${10_000 + at}NGUYENVANA`)];
      expect(found).toEqual([items[at]]);
    }
    // Twelve halvings find one of 4,096.
    expect(looks).toBeLessThan(COUNT * 20);
  });
});
