import type { Screen } from '../screen';

/** Sells tickets of the first price of a day, for cash unless a QR is shown. */
export async function sellTickets(
  seller: Screen,
  sale: { on: string; count: number; byQr?: boolean },
): Promise<void> {
  await seller.open('/tickets/sell');
  await fill(seller, 'Phiếu cho ngày', sale.on);
  await seller.sees('Ngày này chợ họp.');
  await fill(seller, 'Số phiếu', String(sale.count));
  if (sale.byQr) await seller.page.getByText('Quét mã QR', { exact: true }).click();
  await seller.press(new RegExp(`^Bán ${sale.count} phiếu`));
  await seller.sees(/^Đã bán/);
}

/** Takes a book of the market's first price in, from serial 1 on. */
export async function receiveBook(
  cashier: Screen,
  book: { series: string; last: string; receivedOn: string },
): Promise<void> {
  await cashier.press('Nhận quyển vé');
  await cashier.type('Ký hiệu', book.series);
  await cashier.type('Đến số', book.last);
  await cashier.type('Ngày nhận', book.receivedOn);
  await cashier.choose('Loại vé', '8.000 đ/phiên');
  await cashier.save('Đã nhận quyển vé vào kho.');
}

/** Types into a field of the page, which is no drawer. */
export async function fill(screen: Screen, label: string, text: string): Promise<void> {
  const field = screen.page.getByRole('textbox', { name: label });
  await field.waitFor();
  await field.press('Control+A');
  await field.pressSequentially(text);
}
