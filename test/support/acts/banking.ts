import type { SepayFeed } from '../sepay';
import type { Screen } from '../screen';

export interface ProposedAccount {
  readonly number: string;
  readonly holder: string;
  readonly openedOn: string;
  readonly opening: string;
}

/** An account at Vietcombank, which the form offers first. */
export async function proposeAccount(by: Screen, account: ProposedAccount): Promise<void> {
  await by.open('/accounts');
  await by.press('Đề xuất tài khoản');
  await by.type('Số tài khoản', account.number);
  await by.type('Chủ tài khoản', account.holder);
  await by.type('Dùng từ ngày', account.openedOn);
  await by.type('Số dư đầu', account.opening);
  await by.save('Đã đề xuất. Cần người khác duyệt để dùng.', 'Đề xuất tài khoản');
}

/** Opens a signed SePay door and copies its address and secret, which are shown this once. */
export async function openFeed(by: Screen): Promise<SepayFeed> {
  await by.open('/accounts');
  await by.press('Thêm kết nối');
  await by.confirm('Thêm kết nối');
  const shown = by.page.getByRole('dialog', { name: 'Khóa chỉ hiện một lần' });
  await shown.waitFor();
  const [address = '', secret = ''] = await shown.locator('code').allTextContents();
  return { address, secret };
}

/** Chooses a statement file; what it would do stands below. */
export async function chooseStatement(by: Screen, bytes: Uint8Array): Promise<void> {
  await chooseFile(by, 'sao-ke.xlsx', bytes);
  await by.sees('Tệp tự chứng minh: số dư và từng dòng đều khớp.');
}

export async function chooseFile(by: Screen, name: string, bytes: Uint8Array): Promise<void> {
  await by.open('/statements/import');
  await by.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}
