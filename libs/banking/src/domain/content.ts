/** The longest text kept of a payment. Banks carry at most 210 characters; SePay adds a prefix. */
export const CONTENT_LIMIT = 1_000;

// Half of a surrogate pair and NUL are legal in JSON and refused by PostgreSQL; a text is one line.
const UNSTORABLE = /[\p{Surrogate}\p{Cc}]/gu;

/** Text as it is kept: storable, trimmed, no longer than `limit` characters. */
export function cleanText(text: string, limit = CONTENT_LIMIT): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(UNSTORABLE, '')
    .normalize('NFC')
    .trim()
    .slice(0, limit)
    .trimEnd();
}

/** Marks dropped, đ→d, upper case, only A–Z and 0–9 (design/money.md, Matching 1). */
export function normalContent(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/**
 * Of two texts of one transfer one may be part of the other: banks cut them and put prefixes before
 * them. Shorter ones lie inside others by chance: "CK" is part of every second transfer.
 */
export const SHORTEST_PART = 6;
