/**
 * What is left of a text on its way through banks: letters A–Z and digits. Banks cut texts every 35
 * characters, inside words too, drop hyphens and marks and glue words together; so no space and no
 * sign means anything.
 */
export function normalised(text: string): string {
  return folded(text).replaceAll(' ', '');
}

/** The same, with a space wherever something was dropped that is no mark of a letter. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, ' ');
}
