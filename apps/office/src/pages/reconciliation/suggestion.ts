import type { BodyOf } from '../../api/reading';

/** Whom a record may be of, with what speaks for it and against it. */
export type Suggestion = BodyOf<'/api/v1/bank-records/{id}/suggestions'>[number];

/** The first is chosen where it stands alone; a tie is chosen by a person. */
export const firstChoice = (suggestions: readonly Suggestion[]): number | null =>
  suggestions[0]?.tiedWith === 0 ? 0 : null;
