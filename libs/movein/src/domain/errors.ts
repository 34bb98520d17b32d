import { errorsOf } from '@cho40/kernel';

export const moveInError = errorsOf('movein', {
  sheetMissing: 'invalid',
  columnMissing: 'invalid',
  columnTwice: 'invalid',
  nothingInIt: 'invalid',
  fileMissing: 'not-found',
  fileErased: 'conflict',
  fileNotReady: 'conflict',
  totalDiffers: 'invalid',
  booksChanged: 'conflict',
  wholeBoardOnly: 'forbidden',
  figuresWrong: 'invalid',
});
