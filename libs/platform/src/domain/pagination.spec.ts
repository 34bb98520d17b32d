import fc from 'fast-check';
import { paginate, type Piece } from './pagination';

interface Named extends Piece {
  readonly name: string;
  readonly repeats?: Named;
}
const aPiece = (name: string, rest: Partial<Named> = {}): Named => ({ name, height: 10, ...rest });
const namesOn = (pieces: readonly Named[], height: number) =>
  paginate(pieces, height).map((page) => page.map(({ piece }) => piece.name).join(' '));

describe('pieces on pages', () => {
  it('follow each other; the room before a piece is left out at the head of a page', () => {
    const pieces = [aPiece('a'), aPiece('b', { before: 5 }), aPiece('c', { before: 5 })];
    expect(paginate(pieces, 26).map((page) => page.map(({ top }) => top))).toEqual([[0, 15], [0]]);
  });

  it('move together when they are kept together', () => {
    const pieces = [aPiece('a'), aPiece('b'), aPiece('c', { isKeptWithNext: true }), aPiece('d')];
    expect(namesOn(pieces, 30)).toEqual(['a b', 'c d']);
  });

  it('are parted all the same where no page holds them together', () => {
    const pieces = ['a', 'b', 'c', 'd'].map((name) => aPiece(name, { isKeptWithNext: true }));
    expect(namesOn(pieces, 25)).toEqual(['a b', 'c d']);
  });

  it('have the titles of their table above them on each page', () => {
    const repeats = aPiece('titles');
    const rows = ['1', '2', '3', '4', '5'].map((name) => aPiece(name, { repeats }));
    const pieces = [aPiece('titles', { isKeptWithNext: true }), ...rows];
    expect(namesOn(pieces, 30)).toEqual(['titles 1 2', 'titles 3 4', 'titles 5']);
  });

  it('begin a page where they are told to, but no empty one', () => {
    const pieces = [aPiece('a', { beginsPage: true }), aPiece('b', { beginsPage: true })];
    expect(namesOn(pieces, 30)).toEqual(['a', 'b']);
  });

  it('are all there, once, in order, and none below the foot', () => {
    const piece = fc.record({
      height: fc.integer({ min: 1, max: 30 }),
      before: fc.integer({ min: 0, max: 10 }),
      isKeptWithNext: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const pages = paginate(pieces, 40);
        expect(pages.flat().map((placed) => placed.piece)).toEqual(pieces);
        for (const { piece: each, top } of pages.flat())
          expect(top + each.height).toBeLessThanOrEqual(40);
      }),
    );
  });
});
