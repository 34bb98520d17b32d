import type { Messages } from '../vi';

export const rules: Messages['rules'] = {
  workbench: 'Workbench',
  title: 'Rules that classify',
  subtitle:
    'Money that is no fee and always looks alike: interest, bank charges, payments to the budget. A rule never credits a stall.',
  empty: 'No rules yet',
  emptyHint: 'Classify a record on the workbench, then draft a rule from it.',
  looksFor: 'Known by',
  account: 'account ••••{last4}',
  by: 'Confirmed by',
  state: 'State',
  stateValue: { draft: 'Draft', on: 'In use', off: 'Off' },
  reached: 'When switched on',
  reachedOf: '{count, plural, =0 {nothing waited} one {# that waited} other {# that waited}}',
  reaching: 'looking, {count, number} so far',
  off: 'Switch off',
  offBy: 'Off: {name}, {at}',
  draft: {
    action: 'Draft a rule',
    title: 'Draft a rule',
    hint: 'It does nothing until it was tried on old records and switched on.',
    words: 'Words in the text',
    wordsHint: 'Marks, case and spaces do not matter. Four signs at least.',
    account: 'The other side’s account',
    accountHint: 'Only where it is always the same.',
    saysNothing: 'Give words of the text, or the other side’s account.',
    saved: 'The rule is drafted. Try it before you switch it on.',
  },
  rehearse: {
    column: 'Try it',
    action: 'Try',
    title: 'Tried on old records',
    sum: 'Of the newest {looked, number} records the rule would classify {fits, number}: {waiting, number} wait, {same, number} were classified the same.',
    otherwise:
      '{count, plural, one {# record was} other {# records were}} something else. Read them before you switch it on.',
    reaches:
      'Switched on, it classifies at once whatever waits and fits, older records too. What a person took back is left to people.',
    turnOn: 'Switch on',
    turnOff: 'Switch off',
    isOn: 'The rule is on and looks at what waits.',
    isOff: 'The rule is off.',
  },
  payers: {
    title: 'Remembered payers',
    subtitle:
      'Which account usually pays for whom. It is suggested first, never credited by itself, and never stands above a code.',
    search: 'Search stall, name',
    empty: 'Nobody is remembered',
    emptyHint: 'When you accept a suggestion on the workbench, choose “Remember this account”.',
    account: 'Account',
    paysFor: 'Pays for',
    learned: 'Remembered by',
    offOf: 'Forget for {stall}',
    forgotten: 'Forgotten.',
  },
};
