import type { Facts } from '@cho40/kernel';
import type { TableName } from './tables';

/** What is wrong with a cell, in Vietnamese; `{…}` is filled from the facts. */
export const PROBLEM_WORDS = {
  missing: 'Ô này phải điền.',
  tooLong: 'Dài quá {most} ký tự.',
  tooShort: 'Phải có ít nhất {least} ký tự.',
  unseenSigns: 'Có ký tự ẩn không đọc được. Hãy gõ lại ô này.',
  notACode: 'Mã không đúng dạng. {hint}',
  notAPhone: 'Không phải số điện thoại Việt Nam có mười số.',
  notAnIdNumber: 'Không phải số căn cước mười hai số hay chứng minh nhân dân chín số.',
  notATaxCode: 'Không phải mã số thuế có mười, mười hai hoặc mười ba số.',
  zerosLost: 'Ô này là số nên không rõ có mất số 0 ở đầu hay không. Hãy ghi lại ở dạng chữ.',
  notANumber: 'Không phải số.',
  outOfBounds: 'Phải từ {least} đến {most}.',
  tooManyDecimals: 'Có nhiều hơn {decimals} chữ số thập phân.',
  notMoney: 'Không phải số đồng tròn lớn hơn 0, ví dụ 450.000.',
  notADay: 'Không phải ngày, viết như 31/12/2026.',
  notAMonth: 'Không phải tháng, viết như 09/2026.',
  notAChoice: 'Phải là một trong: {choices}.',
  formula: 'Ô này là công thức. Hãy dán giá trị thay cho công thức.',
  merged: 'Ô này bị gộp ({range}). Hãy bỏ gộp ô và điền từng dòng.',
  twice: 'Trùng với dòng {row}.',
  unknownMarket: 'Chợ này không có ở trang Chợ và chưa có trong sổ.',
  unknownUnit: 'Không có đơn vị hành chính này. Hãy ghi mã, hoặc tên như trong danh mục.',
  severalUnits: 'Nhiều nơi có tên này. Hãy ghi mã: {choices}.',
  otherBoardsMarket: 'Mã chợ này đang được một ban quản lý khác dùng.',
  unknownStall: 'Điểm kinh doanh này không có ở trang Điểm kinh doanh và chưa có trong sổ.',
  unknownVendor: 'Tiểu thương này không có ở trang Tiểu thương và chưa có trong sổ.',
  unknownLease: 'Hợp đồng này không có ở trang Hợp đồng và chưa có trong sổ.',
  unknownFee: 'Không có khoản thu này. Hãy chọn: {choices}.',
  vendorUnnamed: 'Cần mã tiểu thương, hoặc họ tên cùng điện thoại.',
  idNumberKnown: 'Số căn cước này trong sổ là của một tiểu thương khác cùng loại.',
  representedByNobody: 'Có chức vụ thì phải có người đại diện.',
  vendorTwoCodes: 'Người này (cùng tên và điện thoại) đã có mã khác: {code}.',
  beyondSides: 'Lớn hơn dài nhân rộng.',
  tooSmall: 'Dưới 3 m² (Nghị định 60/2024/NĐ-CP): cần lý do ở cột "Lý do dưới 3 m²".',
  zoneNamedTwice: 'Khu này có hai tên; ở dòng {row} là "{name}".',
  daysReversed: 'Ngày kết thúc trước ngày bắt đầu ({from}).',
  awardMissing: 'Có số hoặc ngày văn bản giao điểm thì phải có hình thức giao điểm.',
  termOpen: 'Nộp một lần cho cả thời hạn thì phải có ngày kết thúc.',
  overlaps: 'Điểm này đã có hợp đồng {number} trong những ngày đó.',
  monthEntered: 'Nợ tháng này của hợp đồng đã được chuyển từ trước; khoản này chưa có trong đó.',
  prefixRefused: 'Tiền tố này không dùng được: trùng hoặc dễ lẫn với chợ khác.',
  prefixMissing: 'Chợ {market} chưa có tiền tố mã thanh toán; hãy điền ở trang Chợ.',
  prefixDiffers: 'Chợ này đang dùng tiền tố {inBooks}.',
  debtNotYet: 'Tháng nợ chưa kết thúc nên chưa là nợ cũ.',
  notInBooks:
    'Trong sổ chưa ghi điều này. Chuyển sổ không sửa điều đã có: ghi trên màn hình và để trống ô này.',
  differs:
    'Trong sổ đang là {inBooks}. Chuyển sổ không sửa điều đã có: sửa trên màn hình hoặc sửa tệp.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_WORDS;

/** One wrong cell: where it stands and why. */
export interface Problem {
  readonly table: TableName;
  readonly row: number;
  /** A field of the table's columns. */
  readonly field: string;
  readonly code: ProblemCode;
  /** Never a person's name or number. */
  readonly facts: Facts;
}

/** The problem as the file that is given back says it. */
export function problemText({ code, facts }: Pick<Problem, 'code' | 'facts'>): string {
  return PROBLEM_WORDS[code].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
