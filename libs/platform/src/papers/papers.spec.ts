import {
  PAPER_SIZES,
  businessDate,
  CodedError,
  type Paper,
  type PaperBlock,
  type QrMatrix,
} from '@cho40/kernel';
import { qrMatrix } from '@cho40/vietqr';
import { clockAt } from '../../../../test/support/opened';
import { describePrinted, picturesOfPages, textOfPages } from '../../../../test/support/printed';
import { scanned } from '../../../../test/support/scanned';
import { Papers } from './papers';

const PAYLOAD =
  '00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN';
const clock = clockAt('2026-11-23T09:00:00+07:00');
const papers = new Papers(clock);

let matrix: QrMatrix;
beforeAll(async () => {
  matrix = await qrMatrix(PAYLOAD);
});

const aPaper = (blocks: readonly PaperBlock[], rest: Partial<Paper> = {}): Paper => ({
  title: 'Thông báo nộp tiền',
  size: 'A4',
  blocks,
  ...rest,
});
const heading: PaperBlock = {
  kind: 'national-heading',
  issuer: ['Ủy ban nhân dân xã Đồng Văn', 'Ban quản lý chợ Đồng Văn'],
  number: '12/TB-BQL',
  place: 'Đồng Văn',
  on: businessDate('2026-02-05'),
};
const aTable = (rows: number): PaperBlock => ({
  kind: 'table',
  columns: [
    { title: 'Khoản', width: 5 },
    { title: 'Số tiền', width: 2, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`Khoản thứ ${at + 1}`, '450.000']),
  total: ['Cộng', '900.000'],
});
const signatures: PaperBlock = {
  kind: 'signatures',
  columns: [{ role: 'Người lập' }, { role: 'Trưởng ban', name: 'Vàng Thị Mỷ' }],
};
const flat = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

describe('papers', () => {
  it('are the same bytes when printed again at the same instant, and others later', async () => {
    const paper = aPaper([heading, aTable(3), { kind: 'qr', matrix, sideMm: 35 }]);
    const first = await papers.print([paper]);
    expect(first.equals(await papers.print([paper]))).toBe(true);
    const later = new Papers(clockAt('2026-11-24T09:00:00+07:00'));
    expect(first.equals(await later.print([paper]))).toBe(false);
  });

  it('are counted while they are printed', async () => {
    const counts: number[] = [];
    const many = Array.from({ length: 120 }, () => aPaper([heading], { size: 'A5' }));
    await papers.print(many, (count) => counts.push(count));
    expect(counts).toEqual([50, 100]);
  });

  it('are refused when they are more than one file should hold', async () => {
    const many = Array.from({ length: 5_001 }, () => aPaper([]));
    await expect(papers.print(many)).rejects.toBeInstanceOf(CodedError);
  });
});

describePrinted('a printed paper', () => {
  it('reads as it was written, in Vietnamese', async () => {
    const text = 'Ngỡ ngàng những buổi chợ phiên: quẩy tấu, thắng cố, ưỡn ẹo, Ở Ễ ỹ Ạ ằng ẵng';
    const file = await papers.print([
      aPaper([
        heading,
        { kind: 'title', text: 'THÔNG BÁO NỘP TIỀN', subtitle: 'Kỳ thu tháng 11/2026' },
        { kind: 'paragraph', text },
        { kind: 'fields', fields: [{ label: 'Điểm kinh doanh', value: 'A-012' }] },
        signatures,
      ]),
    ]);
    const [page] = textOfPages(file);
    expect(flat(page)).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(flat(page)).toContain('Đồng Văn, ngày 05 tháng 02 năm 2026');
    expect(flat(page)).toContain(text);
    expect(flat(page)).toContain('Điểm kinh doanh: A-012');
    expect(flat(page)).toContain('Vàng Thị Mỷ');
    expect(flat(page)).not.toContain('Trang');
  });

  it('has its table’s titles and its number on every page, and no row twice', async () => {
    const pages = textOfPages(await papers.print([aPaper([aTable(100)], { number: '12/TB' })]));
    expect(pages).toHaveLength(3);
    for (const [at, page] of pages.entries()) {
      expect(flat(page)).toMatch(/^Khoản Số tiền/);
      expect(flat(page)).toContain(`Thông báo nộp tiền 12/TB Trang ${at + 1}/3`);
    }
    const rows = pages.join(' ').match(/Khoản thứ \d+/g);
    expect(rows).toEqual(Array.from({ length: 100 }, (_, at) => `Khoản thứ ${at + 1}`));
  });

  it('never leaves the signatures alone on a page', async () => {
    const text = { kind: 'paragraph', text: 'Hai bên thống nhất.' } as const;
    const rows = [30, 31, 32, 33, 34, 35, 36, 37, 38];
    const file = await papers.print(rows.map((count) => aPaper([aTable(count), text, signatures])));
    const signed = textOfPages(file).filter((page) => page.includes('Người lập'));
    expect(signed).toHaveLength(rows.length);
    for (const page of signed)
      expect(flat(page)).toMatch(/Hai bên thống nhất\. Người lập Trưởng ban .* Vàng Thị Mỷ/);
  });

  it('carries a code that a bank app reads, on sheets and on rolls', async () => {
    const sizes = { A4: 40, A5: 35, 'roll-80': 50, 'roll-58': 45 } as const;
    const file = await papers.print(
      PAPER_SIZES.map((size) =>
        aPaper([heading, aTable(2), { kind: 'qr', matrix, sideMm: sizes[size] }], { size }),
      ),
    );
    const pictures = picturesOfPages(file);
    expect(pictures).toHaveLength(4);
    for (const picture of pictures) expect(await scanned(picture)).toEqual([PAYLOAD]);
  });

  it('on a roll is one page as long as what stands on it', async () => {
    const lengths = await Promise.all(
      [2, 60].map(async (rows) => {
        const file = await papers.print([aPaper([aTable(rows)], { size: 'roll-58' })]);
        expect(textOfPages(file)).toHaveLength(1);
        return Number(/MediaBox \[0 0 [\d.]+ ([\d.]+)/.exec(file.toString('latin1'))?.[1]);
      }),
    );
    expect(lengths[1]).toBeGreaterThan((lengths[0] ?? 0) * 5);
  });

  it('cuts a row only when no page holds it', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `từ${at}`).join(' ');
    const columns = [
      { title: 'Ghi chú', width: 1 },
      { title: '', width: 5 },
    ];
    const pages = textOfPages(
      await papers.print([aPaper([{ kind: 'table', columns, rows: [[long, '']] }])]),
    );
    expect(pages.join(' ').match(/từ\d+/g)).toHaveLength(900);
  });
});
