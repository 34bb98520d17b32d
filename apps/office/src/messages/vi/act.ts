/** What buttons say. */
export const act = {
  add: 'Thêm',
  back: 'Quay lại',
  cancel: 'Hủy',
  clear: 'Xóa lọc',
  close: 'Đóng',
  confirm: 'Xác nhận',
  edit: 'Sửa',
  next: 'Trang sau',
  open: 'Mở',
  previous: 'Trang trước',
  print: 'In',
  reload: 'Tải lại',
  retry: 'Thử lại',
  save: 'Lưu',
  search: 'Tìm',
  undo: 'Hoàn tác',
};
