/** Whom a record may be of, with what speaks for it and against it. */
export interface Suggestion {
  leaseId: string;
  billId: string | null;
  marketName: string;
  stallCode: string;
  vendorName: string;
  due: number;
  evidence: readonly { kind: string; words: string }[];
  against: readonly { kind: string; words: string }[];
  tiedWith: number;
}

/** The first is chosen where it stands alone; a tie is chosen by a person. */
export const firstChoice = (suggestions: readonly Suggestion[]): number | null =>
  suggestions[0] && suggestions[0].tiedWith === 0 ? 0 : null;
