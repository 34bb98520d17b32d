import type { Screen } from '../screen';

/** Chooses the board's workbook; what it holds stands below, nothing is entered yet. */
export async function checkWorkbook(by: Screen, bytes: Uint8Array): Promise<void> {
  await by.open('/move-in');
  await by.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'so-cu.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  await by.sees('Trong tệp có');
}

/** Types what the old books say is owed, market by market and in all, and asks for the entry. */
export async function proveDebts(by: Screen, market: string, amount: number): Promise<void> {
  for (const label of [`Nợ cũ của chợ ${market}`, 'Tổng nợ cũ của tất cả các chợ']) {
    const field = by.page.getByRole('textbox', { name: label });
    await field.press('Control+A');
    await field.pressSequentially(String(amount));
  }
  await by.press('Chuyển vào sổ');
}

/** Draws the market from a grid in a file: what fits is told before it is taken. */
export async function takeMap(by: Screen, grid: string, says: string): Promise<void> {
  await by.open('/stall-map/import');
  await by.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'so-do.csv', mimeType: 'text/csv', buffer: Buffer.from(grid) });
  await by.sees(says);
  await by.press('Nhận sơ đồ');
  await by.sees('Đã nhận sơ đồ.');
}
