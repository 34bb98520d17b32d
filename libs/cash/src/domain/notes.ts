import { sumVnd, vnd, type Vnd } from '@cho40/kernel';

/** đồng. The notes in circulation, the largest first, as a bảng kê lists them. */
export const NOTES = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200,
] as const;
export type Note = (typeof NOTES)[number];

/** How many of a note there are. */
export interface NoteCount {
  readonly note: Note;
  readonly count: number;
}

export function sumOfNotes(notes: readonly NoteCount[]): Vnd {
  return sumVnd(notes.map(({ note, count }) => vnd(note * count)));
}

/** Each note that is there once, the largest first. */
export function sortedNotes(notes: readonly NoteCount[]): NoteCount[] {
  return NOTES.flatMap((note) => {
    const count = notes.reduce((sum, one) => (one.note === note ? sum + one.count : sum), 0);
    return count > 0 ? [{ note, count }] : [];
  });
}
