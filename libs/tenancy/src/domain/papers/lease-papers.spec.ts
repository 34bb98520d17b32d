import { businessDate, vnd, type Paper } from '@cho40/kernel';
import { contractPaper } from './contract-paper';
import { handoverPaper } from './handover-paper';
import type { LeasePaperFacts, LeasePrice } from './lease-paper-facts';
import { liquidationPaper, settled } from './liquidation-paper';

const today = businessDate('2026-11-23');
const lease: LeasePaperFacts = {
  boardName: 'Ban quản lý chợ Đồng Văn',
  marketName: 'Chợ Đồng Văn',
  communeName: 'Xã Đồng Văn',
  transferPolicy: 'by-procedure',
  number: 'HD-DV-DONGVAN-0012',
  signedOn: businessDate('2025-12-20'),
  validFrom: businessDate('2026-01-01'),
  validTo: businessDate('2026-12-31'),
  agreedTo: null,
  endedAs: null,
  endedReason: null,
  endedBy: null,
  award: 'auction',
  awardNumber: '15/QĐ-BQL',
  awardOn: businessDate('2025-12-15'),
  priceClass: 'Nhóm 1',
  billingCycle: 'quarter',
  dueDay: 10,
  graceDays: 10,
  depositAgreed: vnd(3_000_000),
  stallCode: 'A-012',
  zoneName: 'Nhà chợ chính A',
  areaM2: 4.5,
  lengthM: 3,
  widthM: 1.5,
  openSides: 2,
  isCorner: true,
  rowGrade: 1,
  isRoofed: true,
  goodsGroups: ['Vải thổ cẩm', 'Quần áo'],
  holder: {
    kind: 'person',
    name: 'Vàng Thị Mỷ',
    representedBy: null,
    representedAs: null,
    idNumber: '002185001234',
    taxCode: null,
    address: 'Thôn Thài Phìn Tủng, xã Đồng Văn, tỉnh Tuyên Quang',
    phone: '0912345678',
  },
  operatorName: null,
  payerName: 'Sùng Mí Sò',
};
const price: LeasePrice = {
  feeName: 'Tiền sử dụng diện tích bán hàng',
  unit: 'm2-month',
  unitPrice: vnd(40_000),
  quantity: 4.5,
  amount: vnd(180_000),
  decisionNumber: '12/2025/QĐ-UBND',
  decisionIssuedOn: businessDate('2025-01-02'),
  decisionIssuer: 'UBND tỉnh Tuyên Quang',
};
/** Everything a paper says, in one text. */
const said = (paper: Paper) => JSON.stringify(paper.blocks);

describe('the contract', () => {
  it('names both parties, the stall, the term and the award it rests on', () => {
    const text = said(contractPaper(lease, [price], today));
    for (const part of [
      'Ban quản lý chợ Đồng Văn',
      'Vàng Thị Mỷ',
      '002185001234',
      'A-012',
      '4,5 m²',
      'ngày 31 tháng 12 năm 2026',
      'văn bản số 15/QĐ-BQL ngày 15 tháng 12 năm 2025 (đấu giá)',
      'hằng quý',
      'Người nộp tiền theo hợp đồng này: Sùng Mí Sò',
    ])
      expect(text).toContain(part);
  });

  it('says the deposit in words, or that there is none', () => {
    const text = said(contractPaper(lease, [price], today));
    expect(text).toContain('3.000.000 đ (bằng chữ: Ba triệu đồng)');
    const without = said(contractPaper({ ...lease, depositAgreed: vnd(0) }, [price], today));
    expect(without).toContain('Bên B không phải ký quỹ.');
  });

  it('shows each price with its decision, and what a month comes to', () => {
    const sanitation = { ...price, feeName: 'Tiền vệ sinh', amount: vnd(20_000) };
    const text = said(contractPaper(lease, [price, sanitation], today));
    expect(text).toContain('Quyết định số 12/2025/QĐ-UBND ngày 02 tháng 01 năm 2025');
    expect(text).toContain('Bằng chữ: Hai trăm nghìn đồng.');
    expect(text.match(/Giá theo Quyết định/g)).toHaveLength(1);
  });

  it('leaves room by hand for what nobody told', () => {
    const holder = { ...lease.holder, idNumber: null };
    const text = said(contractPaper({ ...lease, holder }, [], today));
    expect(text).toContain('Số căn cước","value":"………');
    expect(text).toContain('Quyết định số: ……');
  });

  it.each([
    ['forbidden', 'không được chuyển nhượng'],
    ['by-procedure', 'chấp thuận bằng văn bản'],
    ['free', 'sau khi báo cho Bên A'],
  ] as const)('says of transfers what the market allows: %s', (transferPolicy, words) => {
    expect(said(contractPaper({ ...lease, transferPolicy }, [], today))).toContain(words);
  });
});

describe('the handover', () => {
  it('goes to the vendor on the first day and back to the board on the last', () => {
    expect(said(handoverPaper(lease, lease.validFrom))).toContain('Bên A bàn giao cho Bên B');
    const last = businessDate('2026-12-31');
    expect(said(handoverPaper(lease, last))).toContain('Bên B bàn giao cho Bên A');
  });
});

describe('the liquidation', () => {
  it.each([
    [500_000, 3_000_000, 'Bên A trả lại Bên B', 2_500_000],
    [3_000_000, 3_000_000, 'Bên A trả lại Bên B', 0],
    [500_000, 0, 'Bên B còn phải nộp', 500_000],
  ])('of a debt of %i and a deposit of %i ends with: %s', (due, held, sentence, amount) => {
    const standing = { due: vnd(due), depositHeld: vnd(held) };
    expect(settled(standing)).toEqual({ sentence, amount });
  });

  it('says when and why the lease ended, against what was agreed', () => {
    const ended = {
      ...lease,
      validTo: businessDate('2026-06-30'),
      agreedTo: businessDate('2026-12-31'),
      endedAs: 'terminated' as const,
      endedReason: 'Bên B nghỉ kinh doanh',
    };
    const text = said(liquidationPaper(ended, null, today));
    expect(text).toContain('đến ngày 31 tháng 12 năm 2026');
    expect(text).toContain('chấm dứt từ hết ngày 30 tháng 6 năm 2026');
    expect(text).toContain('Lý do: Bên B nghỉ kinh doanh.');
  });
});
