import type { Messages } from '../vi';

export const act: Messages['act'] = {
  add: 'Add',
  back: 'Back',
  cancel: 'Cancel',
  clear: 'Clear filters',
  close: 'Close',
  confirm: 'Confirm',
  edit: 'Edit',
  next: 'Next page',
  open: 'Open',
  previous: 'Previous page',
  print: 'Print',
  reload: 'Reload',
  retry: 'Try again',
  save: 'Save',
  search: 'Search',
  actions: 'Actions',
  remove: 'Remove',
  undo: 'Undo',
};
