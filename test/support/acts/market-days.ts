import type { Screen } from '../screen';

/** Says that the market meets on days of the zodiac, from a day on. */
export async function meetOnBranches(
  staff: Screen,
  rule: { from: string; branches: readonly string[] },
): Promise<void> {
  await staff.press('Nhập quy tắc');
  await staff.type('Từ ngày', rule.from);
  for (const branch of rule.branches) await staff.form.getByLabel(branch, { exact: true }).check();
  await staff.save('Đã nhập quy tắc họp.');
}

/** A day on which the market does not meet, or meets besides. */
export async function exceptDay(
  staff: Screen,
  except: { on: string; kind: 'Nghỉ phiên' | 'Phiên thêm'; reason: string },
): Promise<void> {
  await staff.press('Nhập ngày');
  await staff.choose('Loại', except.kind);
  await staff.type('Từ ngày', except.on);
  await staff.type('Lý do', except.reason);
  await staff.save('Đã nhập ngày.');
}

/** The days of the month on the wall that bear a mark. */
export async function daysMarked(
  staff: Screen,
  mark: 'Phiên' | 'Nghỉ' | 'Thêm',
): Promise<number[]> {
  const wall = staff.page.getByRole('table', { name: /^Lịch tháng/ });
  const days = wall.getByRole('cell').filter({ has: staff.page.getByText(mark, { exact: true }) });
  const texts = await days.locator('span:first-child').allTextContents();
  return texts.map(Number);
}
