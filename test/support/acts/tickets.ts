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

/** Types into a field of the page, which is no drawer. */
export async function fill(screen: Screen, label: string, text: string): Promise<void> {
  const field = screen.page.getByRole('textbox', { name: label });
  await field.waitFor();
  await field.press('Control+A');
  await field.pressSequentially(text);
}
