import type { PaperBlock, QrCard } from '@cho40/kernel';
import { type Box, cardPlaces, cardSpots, cuts } from '../domain/card-layout';
import type { FittedText } from '../domain/fit-text';
import type { DrawnPiece, Pen } from './pen';
import { bodyHeight, points } from './sheet';
import type { Desk } from './text-blocks';

type Cards = Extract<PaperBlock, { kind: 'qr-cards' }>;
type Words = Exclude<keyof QrCard, 'matrix'>;

interface Look {
  readonly largest: number;
  readonly isBold?: boolean;
  readonly isOneLine?: boolean;
}

const SMALLEST = 4.5;
/** Sizes on a card 60 mm high; a larger card has larger ones. */
const LOOKS: Readonly<Record<Words, Look>> = {
  title: { largest: 10, isBold: true, isOneLine: true },
  name: { largest: 40, isBold: true, isOneLine: true },
  place: { largest: 10, isBold: true },
  payee: { largest: 9 },
  account: { largest: 8.5, isOneLine: true },
  note: { largest: 7.5 },
  foot: { largest: 7, isOneLine: true },
};
const MARK = 'VietQR';
const MARK_LOOK: Look = { largest: 11, isBold: true, isOneLine: true };
const USUAL_HEIGHT_MM = 60;

/** A page of cards with hairlines where it is cut or folded; one piece, as high as the sheet. */
export function cardPieces(desk: Desk, { format, cards }: Cards): DrawnPiece[] {
  const { pen, sheet } = desk;
  const draw = () => {
    for (const spot of cardSpots(format)) {
      const card = cards[spot.card];
      if (!card) continue;
      const box = inPoints(spot);
      const face = () => drawCard(pen, card, spot);
      if (spot.isUpsideDown) pen.turned(box, face);
      else face();
    }
    const { across, down } = cuts(format);
    for (const y of across) pen.hairline({ x: 0, y: points(y), width: sheet.width, height: 0 });
    const height = sheet.height ?? 0;
    for (const x of down) pen.hairline({ x: points(x), y: 0, width: 0, height });
  };
  return [{ height: bodyHeight(sheet), draw }];
}

function drawCard(pen: Pen, card: QrCard, spot: Box): void {
  const places = cardPlaces(spot);
  const at = (box: Box): Box => inPoints({ ...box, x: spot.x + box.x, y: spot.y + box.y });
  const scale = Math.min(spot.width, spot.height) / USUAL_HEIGHT_MM;
  const isHigh = spot.height > spot.width;
  const align = isHigh ? 'center' : 'left';
  const write = (text: string, box: Box, look: Look, aligned: 'center' | 'left') => {
    const { largest, ...rest } = look;
    const room = { ...box, ...rest, largest: largest * scale, smallest: SMALLEST };
    writeFitted(pen, pen.fitted(text, room), box, aligned);
  };
  pen.frame(...corners(at(places.frame)));
  write(MARK, at(places.mark), MARK_LOOK, 'center');
  const code = at(places.code);
  pen.code(card.matrix, code.x, code.y, code.width);
  for (const [name, look] of Object.entries(LOOKS) as [Words, Look][])
    write(card[name], at(places[name]), look, align);
}

/** In the middle of its box. */
function writeFitted(
  pen: Pen,
  { lines, size }: FittedText,
  box: Box,
  align: 'center' | 'left',
): void {
  const y = box.y + (box.height - lines.length * pen.lineHeight(size)) / 2;
  pen.write(lines, { x: box.x, y, width: box.width, size, align });
}

const corners = ({ x, y, width, height }: Box) => [x, y, width, height] as const;

const inPoints = ({ x, y, width, height }: Box): Box => ({
  x: points(x),
  y: points(y),
  width: points(width),
  height: points(height),
});
