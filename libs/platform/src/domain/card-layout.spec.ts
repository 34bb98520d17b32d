import { CARD_FORMATS } from '@cho40/kernel';
import { type Box, cardPlaces, cardSpots } from './card-layout';

const SHEET: Box = { x: 0, y: 0, width: 210, height: 297 };
const CARDS = { 'sticker-10': 10, 'sticker-8': 8, 'tent-a6': 2, 'tent-a5': 1, 'poster-a4': 1 };
const HAIR = 1e-9;

const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x - HAIR &&
  inner.y >= outer.y - HAIR &&
  inner.x + inner.width <= outer.x + outer.width + HAIR &&
  inner.y + inner.height <= outer.y + outer.height + HAIR;

const meet = (one: Box, other: Box) =>
  one.x + HAIR < other.x + other.width &&
  other.x + HAIR < one.x + one.width &&
  one.y + HAIR < other.y + other.height &&
  other.y + HAIR < one.y + one.height;

describe.each(CARD_FORMATS)('a page of %s', (format) => {
  const spots = cardSpots(format);

  it('holds its cards side by side', () => {
    for (const [at, spot] of spots.entries()) {
      expect(isInside(spot, SHEET)).toBe(true);
      expect(spots.slice(at + 1).filter((other) => meet(spot, other))).toEqual([]);
    }
    expect(new Set(spots.map(({ card }) => card)).size).toBe(CARDS[format]);
  });

  it('keeps the code apart from every word, and all of it on the card', () => {
    for (const spot of spots) {
      const { frame, mark, code, ...words } = cardPlaces(spot);
      const card = { ...spot, x: 0, y: 0 };
      expect([mark, code].every((part) => isInside(part, frame))).toBe(true);
      for (const box of [frame, ...Object.values(words)]) expect(isInside(box, card)).toBe(true);
      expect(Object.values(words).filter((box) => meet(box, frame))).toEqual([]);
      expect(code.width).toBeCloseTo(code.height);
    }
  });

  it('has codes no smaller than a phone reads at arm’s length', () => {
    for (const spot of spots) expect(cardPlaces(spot).code.width).toBeGreaterThan(40);
  });

  it('shows both faces of a tent to those who stand around it', () => {
    const turned = spots.filter(({ isUpsideDown }) => isUpsideDown);
    expect(turned).toHaveLength(format.startsWith('tent') ? spots.length / 2 : 0);
    for (const { card, y } of turned) {
      expect(spots.filter((spot) => spot.card === card)).toHaveLength(2);
      expect(y).toBe(0);
    }
  });
});
