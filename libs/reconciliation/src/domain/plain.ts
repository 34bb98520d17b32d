/**
 * What is left of a bank's text or of a number: A–Z and digits. Banks drop marks and cut words, so
 * words are looked for in what is left, as codes are.
 */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}
