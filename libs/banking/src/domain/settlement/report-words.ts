// What wallets print in their rows, as `words` writes it.

export const TOTALS = ['tong', 'tong cong', 'cong', 'total', 'totals', 'grand total'];
export const REFUNDED = ['hoan tien', 'hoan tra', 'refund', 'refunded'];
/** Asked for before `DONE`: "không thành công" holds "thành công". */
export const FAILED = [
  'that bai',
  'khong thanh cong',
  'loi',
  'huy',
  'da huy',
  'tu choi',
  'het han',
  'cho xu ly',
  'dang xu ly',
  'failed',
  'fail',
  'pending',
  'processing',
  'cancelled',
  'canceled',
  'rejected',
  'expired',
];
export const DONE = [
  'thanh cong',
  'hoan thanh',
  'hoan tat',
  'da thanh toan',
  'da doi soat',
  'da quyet toan',
  'success',
  'successful',
  'succeeded',
  'completed',
  'settled',
  'paid',
];
