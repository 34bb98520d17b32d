import type { Screen } from '../screen';

/** Takes what a stall owes, in a quick hand's way: ↓ and Enter to choose, Enter to write. */
export async function takeCash(collector: Screen, stall: string): Promise<void> {
  await collector.open('/receipts/new');
  const who = collector.page.getByRole('combobox', { name: 'Điểm kinh doanh hoặc tiểu thương' });
  await who.pressSequentially(stall);
  await collector.page.getByRole('option', { name: stall }).first().waitFor();
  await who.press('ArrowDown');
  await who.press('Enter');
  await collector.press(/^Ghi phiếu thu \d/);
}

/** The cashier counts what a collector brings, and takes it into the safe. */
export async function countHandIn(
  cashier: Screen,
  counted: { collector: string; amount: string },
): Promise<void> {
  await cashier.open('/hand-ins');
  await cashier.press(`Đếm và nhận: ${counted.collector}`);
  await cashier.type('Số tiền đếm được', counted.amount);
  await cashier.save('Đã nhận tiền vào quỹ.', /^Nhận .+ vào quỹ$/);
}
