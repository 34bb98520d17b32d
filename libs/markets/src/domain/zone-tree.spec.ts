import { liesInside } from './zone-tree';

const HALLS = [
  { id: 'hall', parentId: null },
  { id: 'row', parentId: 'hall' },
  { id: 'end', parentId: 'row' },
  { id: 'yard', parentId: null },
];

describe('a zone', () => {
  it.each([
    ['end', 'hall', true],
    ['end', 'end', true],
    ['hall', 'end', false],
    ['yard', 'hall', false],
    ['nowhere', 'hall', false],
  ])('%s inside %s: %s', (id, outer, isInside) => {
    expect(liesInside(HALLS, id, outer)).toBe(isInside);
  });

  it('of a ring that somebody made by hand is found out, not followed for ever', () => {
    const ring = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ];
    expect(liesInside(ring, 'a', 'yard')).toBe(false);
  });
});
