import type { Screen } from '../screen';

/** A decision as it stands on paper. */
export interface EnteredDecision {
  readonly number: string;
  readonly province: string;
  readonly issuer: string;
  readonly heading: string;
  readonly issuedOn: string;
  readonly effectiveFrom: string;
  readonly lines: readonly EnteredLine[];
}

/** What a decision allows: per m² and month, unless its unit says otherwise. */
interface EnteredLine {
  readonly what: string;
  readonly unit?: string;
  readonly price: string;
}

export async function enterDecision(by: Screen, decision: EnteredDecision): Promise<void> {
  await by.open('/decisions');
  await by.press('Nhập quyết định');
  await by.type('Số quyết định', decision.number);
  await by.choose('Tỉnh, thành phố', decision.province);
  await by.type('Cơ quan ban hành', decision.issuer);
  await by.type('Trích yếu', decision.heading);
  await by.type('Ngày ban hành', decision.issuedOn);
  await by.type('Có hiệu lực từ', decision.effectiveFrom);
  await by.save('Đã nhập quyết định.');
  for (const { what, unit, price } of decision.lines) {
    await by.press('Thêm mức giá');
    await by.type('Nội dung', what);
    if (unit) await by.choose('Đơn vị tính', unit);
    await by.type('Mức giá', price);
    await by.save('Đã thêm mức giá.');
  }
}

/** A price picked from a line of a decision. */
export async function draftTariff(
  by: Screen,
  tariff: { decision: string; line: string; price: string; from: string },
): Promise<void> {
  await by.open('/tariffs');
  await by.press('Nhập giá mới');
  await by.choose('Quyết định', tariff.decision);
  await by.choose('Lấy theo dòng', tariff.line);
  await by.type('Giá', tariff.price);
  await by.type('Áp dụng từ', tariff.from);
  await by.save('Đã nhập giá. Cần người khác duyệt để có hiệu lực.');
}

/** What another person drafted or proposed; the question says what is approved. */
export async function approve(by: Screen, path: string, question: RegExp): Promise<void> {
  await by.open(path);
  await by.press('Duyệt');
  await by.form.getByText(question).waitFor();
  await by.confirm('Duyệt');
  await by.form.waitFor({ state: 'detached' });
}
