import type { Sentences } from '../errors';

export const moveInErrors: Sentences = {
  vi: {
    'movein.sheetMissing':
      'Tệp không có trang "{sheet}" (đang có: {found}). Hãy dùng tệp mẫu và giữ nguyên tên các trang.',
    'movein.columnMissing':
      'Trang "{sheet}" thiếu cột "{column}". Hãy dùng tệp mẫu và giữ nguyên dòng tiêu đề.',
    'movein.columnTwice': 'Trang "{sheet}" có hai cột "{column}". Hãy bỏ bớt một cột.',
    'movein.nothingInIt': 'Tệp chưa có dòng nào để chuyển.',
    'movein.fileMissing': 'Không tìm thấy tệp chuyển sổ này.',
    'movein.fileErased': 'Nội dung tệp đã được xóa sau khi chuyển sổ. Hãy tải tệp lên lại nếu cần.',
    'movein.fileNotReady': 'Tệp này chưa chuyển được: còn ô sai, hoặc đang được chuyển.',
    'movein.totalDiffers':
      'Nợ cũ không khớp ở {place}: tệp có {inFileVnd}, ban quản lý nhập {typedVnd}. Chưa có gì được ghi.',
    'movein.booksChanged':
      'Sổ đã thay đổi từ khi kiểm tra tệp: còn {count} ô không khớp. Hãy tải tệp lên để kiểm tra lại. Chưa có gì được ghi.',
    'movein.wholeBoardOnly': 'Chuyển sổ cần quyền trên cả ban quản lý, không chỉ một vài chợ.',
    'movein.figuresWrong': 'Dòng {row}: {why} Chưa có số nào được ghi.',
  },
  en: {
    'movein.sheetMissing':
      'The file has no sheet "{sheet}" (it has: {found}). Use the template and keep its sheet names.',
    'movein.columnMissing':
      'The sheet "{sheet}" lacks the column "{column}". Use the template and keep its titles.',
    'movein.columnTwice': 'The sheet "{sheet}" has the column "{column}" twice. Remove one.',
    'movein.nothingInIt': 'The file has no row to move in.',
    'movein.fileMissing': 'This file was not found.',
    'movein.fileErased':
      'What the file held was erased once it was moved in. Upload it again if needed.',
    'movein.fileNotReady':
      'This file cannot be moved in: it has wrong cells, or is being moved in.',
    'movein.totalDiffers':
      'The old debts differ at {place}: the file has {inFileVnd}, the board typed {typedVnd}. Nothing was recorded.',
    'movein.booksChanged':
      'The books changed since the file was checked: {count} cells no longer fit. Upload it again. Nothing was recorded.',
    'movein.wholeBoardOnly': 'Moving in takes rights on the whole board, not on single markets.',
    'movein.figuresWrong': 'Row {row}: {why} No figure was recorded.',
  },
};
