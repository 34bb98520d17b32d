/** The keys of the workbench, in the order in which they are explained. */
export const queueKeys = [
  ['next', 'J', '↓'],
  ['previous', 'K', '↑'],
  ['choose', '1…9'],
  ['accept', 'Enter'],
  ['assign', 'A'],
  ['split', 'S'],
  ['classify', 'C'],
  ['undo', 'U'],
  ['keys', '?'],
] as const;
export type QueueAct = (typeof queueKeys)[number][0];
