/** What is never cut: a line of a paragraph, a row of a table, all signatures. */
export interface Piece {
  readonly height: number;
  /** The room before it, which is left out at the head of a page. */
  readonly before?: number;
  /** Never the last of a page while something follows. */
  readonly isKeptWithNext?: boolean;
  readonly beginsPage?: boolean;
  /** Stands again above this piece where it is the first of its page: a table's titles. */
  readonly repeats?: Piece;
}
/** A piece with its distance from the head of the page's body. */
export interface Placed<P extends Piece> {
  readonly piece: P;
  readonly top: number;
}

/**
 * Puts pieces on pages of a height, in order. Pieces that are kept together move to the next page
 * together, unless no page holds them all. No piece may be higher than a page.
 */
export function paginate<P extends Piece & { readonly repeats?: P }>(
  pieces: readonly P[],
  height: number,
): Placed<P>[][] {
  const pages: Placed<P>[][] = [[]];
  let used = 0;
  const place = (piece: P): void => {
    const page = pages.at(-1) ?? [];
    const top = used + (page.length > 0 ? (piece.before ?? 0) : 0);
    page.push({ piece, top });
    used = top + piece.height;
  };
  const turn = (): void => {
    pages.push([]);
    used = 0;
  };
  for (const group of groupsOf(pieces)) {
    const isEmpty = () => (pages.at(-1) ?? []).length === 0;
    if (!isEmpty() && (group[0]?.beginsPage || used + heightOf(group) > height)) turn();
    for (const piece of group) {
      if (!isEmpty() && used + heightOf([piece]) > height) turn();
      if (isEmpty() && piece.repeats) place(piece.repeats);
      place(piece);
    }
  }
  return pages;
}

/** Runs of pieces that are kept together. */
function groupsOf<P extends Piece>(pieces: readonly P[]): P[][] {
  const groups: P[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (isOpen && !piece.beginsPage) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    isOpen = piece.isKeptWithNext ?? false;
  }
  return groups;
}

export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { height, before = 0 }) => sum + before + height, 0);
}
