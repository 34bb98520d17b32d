import { CodedError } from '@cho40/kernel';
import { BANK_PRINTS } from '../../../../test/support/bank-prints';
import { bankXlsx, type BankStatement } from '../../../../test/support/bank-statement';
import {
  bankCsv,
  camt053,
  camt054,
  mt940,
  windows1258,
} from '../../../../test/support/statement-messages';
import { readStatementFile } from './statement-file';

const LONG = 'SKX1483027569 Sùng Thị Máy nộp tiền chợ Đồng Văn tháng 10 năm 2026 cho sạp A-012';
const october: BankStatement = {
  account: '0123456789',
  from: '2026-10-01',
  to: '2026-10-31',
  opening: 10_000_000,
  lines: [
    { on: '2026-10-01', amount: 450_000, content: LONG },
    { on: '2026-10-05', amount: 450_000, content: 'Tiền chợ "tháng 10"; đủ, cả phí' },
    { on: '2026-10-06', amount: -2_000_000, content: 'Nộp ngân sách' },
  ],
};
const whole = {
  accountNumber: '0123456789',
  from: '2026-10-01',
  to: '2026-10-31',
  opening: 10_000_000,
  credits: 900_000,
  debits: 2_000_000,
  closing: 8_900_000,
};
const rows = october.lines.map(({ on, amount, content }) => [on, amount, content]);

async function read(bytes: Buffer | string) {
  const { statement } = await readStatementFile('sao-ke', Buffer.from(bytes));
  const moved = statement.rows.map(({ bookedOn, direction, amount, content }) => [
    bookedOn,
    amount * (direction === 'in' ? 1 : -1),
    content,
  ]);
  return { statement, moved };
}
const refusal = (bytes: Buffer | string) =>
  read(bytes).then(
    () => null,
    (fault: unknown) => (fault instanceof CodedError ? [fault.code, fault.facts] : fault),
  );

const swapped = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

describe('a statement as CSV', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, small end first', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', swapped],
    ['UTF-16 without its mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['Windows-1258', windows1258],
  ])('in %s says what the same statement in Excel says', async (name, encoded) => {
    // Three banks for each way of writing letters, all of them in all: a thread reads each file.
    for (const [at, separator] of [',', ';', '\t'].entries()) {
      const bank = BANK_PRINTS[(name.length + 4 * at) % BANK_PRINTS.length];
      if (!bank) throw new Error('no bank');
      const { statement, moved } = await read(encoded(bankCsv(bank, october, { separator })));
      expect(statement).toMatchObject({ ...whole, layout: bank.bank, bin: bank.bin });
      expect(moved).toEqual(rows);
    }
  });

  it('that does not add up is refused with its row', async () => {
    const [vietcombank] = BANK_PRINTS;
    const text = vietcombank ? bankCsv(vietcombank, october) : '';
    expect(await refusal(text.replace('"10,450,000"', '"10,450,001"'))).toEqual([
      'banking.statementSums',
      { row: 7, expected: 10_450_000, printed: 10_450_001 },
    ]);
  });
});

describe('a statement as MT940', () => {
  it('is read with its texts joined', async () => {
    const { statement, moved } = await read(mt940(october));
    expect(statement).toMatchObject({ ...whole, layout: 'mt940', bin: '970436' });
    expect(moved).toEqual(rows);
    expect(statement.rows[0]?.reference).toBe('FT100');
  });

  it('takes reversals for what they are, and pages for one statement', async () => {
    const page = [
      ':20:1',
      ':25:BFTVVNVX/0123456789VND',
      ':28C:1/1',
      ':60F:C261001VND1000,',
      ':61:2610021002RC400,NTRFNONREF',
      ':86:hoan tra',
      ':62M:C261002VND600,',
      ':20:2',
      ':25:BFTVVNVX/0123456789VND',
      ':60M:C261002VND600,',
      ':61:261003RD50,00NCHGREF1//B1',
      'phi tra lai',
      ':62F:C261003VND650,',
      ':86:cuoi ky',
    ].join('\n');
    const { statement, moved } = await read(page);
    expect(statement).toMatchObject({ opening: 1_000, closing: 650, from: '2026-10-02' });
    expect(moved).toEqual([
      ['2026-10-02', -400, 'hoan tra'],
      ['2026-10-03', 50, 'phi tra lai'],
    ]);
  });

  it.each([
    ['a sum that is broken', 'C450000,00', 'C450001,00', 'banking.statementSums'],
    ['another currency', 'VND', 'USD', 'banking.statementCurrency'],
    ['parts of a đồng', '450000,00', '450000,50', 'banking.statementCell'],
    ['no opening balance', ':60F:', ':99F:', 'banking.statementUnproven'],
    ['a line nobody can read', ':61:2610', ':61:26XX', 'banking.statementCell'],
  ])('is refused for %s', async (_, from, to, code) => {
    expect(await refusal(mt940(october).replace(from, to))).toMatchObject([code, {}]);
  });
});

describe('a statement as camt.053', () => {
  it('is read with its other parties', async () => {
    const { statement, moved } = await read(camt053(october));
    expect(statement).toMatchObject({ ...whole, layout: 'camt.053', bin: '970436' });
    expect(moved).toEqual(rows);
    expect(statement.rows[0]).toMatchObject({ reference: 'FT100', counterName: 'SUNG THI MAY' });
  });

  it('takes a batch apart where its transactions add up to it', async () => {
    const part = (amount: number, text: string) =>
      `<TxDtls><AmtDtls><TxAmt><Amt Ccy="VND">${amount}</Amt></TxAmt></AmtDtls>
       <RmtInf><Strd><CdtrRefInf><Ref>${text}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>`;
    const batch = camt053(october).replace(
      /<NtryDtls>.*?<\/NtryDtls>/s,
      `<NtryDtls>${part(400_000, 'SKX1')}${part(50_000, 'SKX2')}</NtryDtls>`,
    );
    expect((await read(batch)).moved.slice(0, 2)).toEqual([
      ['2026-10-01', 400_000, 'SKX1'],
      ['2026-10-01', 50_000, 'SKX2'],
    ]);
  });

  it('leaves out what is only pending', async () => {
    const pending = camt053(october).replace('<Sts>BOOK</Sts>', '<Sts><Cd>PDNG</Cd></Sts>');
    expect(await refusal(pending)).toMatchObject(['banking.statementSums', {}]);
  });

  it('as camt.054 has no balances', async () => {
    const { statement, moved } = await read(camt054(october));
    expect(statement).toMatchObject({ layout: 'camt.054', opening: null, closing: null });
    expect(moved).toEqual(rows);
  });

  const BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  it.each([
    ['a DOCTYPE', camt053(october).replace('<Document', `${BOMB}<Document`), 'doctype'],
    ['one in UTF-16', swapped(`<?xml version="1.0"?>${BOMB}<Document/>`), 'doctype'],
    ['nesting without end', `<?xml version="1.0"?>${'<a>'.repeat(100_000)}`, 'depth'],
    ['a cut document', camt053(october).slice(0, 1_000), 'broken'],
  ])('with %s is refused before anything is believed', async (_, bytes, why) => {
    expect(await refusal(bytes)).toEqual(['banking.statementXml', { why }]);
  });
});

describe('what is no statement', () => {
  const xls = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  it.each([
    ['old Excel', xls, 'platform.fileNotXlsx'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'platform.fileNotXlsx'],
    ['a web page', '<html><table><tr><td>Ngày</td></tr></table></html>', 'platform.fileNotXlsx'],
    ['nothing', '', 'platform.fileNotXlsx'],
    ['prose', 'Kính gửi ban quản lý chợ', 'banking.statementLayoutUnknown'],
    ['another XML document', '<?xml version="1.0"?><a/>', 'banking.statementLayoutUnknown'],
    ['11 MB of text', 'a,b\n'.repeat(2_800_000), 'platform.fileTooLarge'],
  ])('%s is refused in words', async (_, bytes, code) => {
    expect(await refusal(bytes)).toMatchObject([code, {}]);
  });

  it('a file that is cut anywhere, or that has a byte changed, never fails in another way', async () => {
    const [vietcombank] = BANK_PRINTS;
    if (!vietcombank) throw new Error('no bank');
    const texts = [mt940(october), camt053(october), bankCsv(vietcombank, october)];
    const workbook = await bankXlsx(vietcombank, october);
    const files = [...texts.map((text) => Buffer.from(text)), workbook];
    const damaged = files.flatMap((file) =>
      Array.from({ length: 12 }, (_, part) => {
        const at = Math.floor((file.length * (part + 1)) / 13);
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ 0x15;
        return [file.subarray(0, at), changed];
      }).flat(),
    );
    for (const bytes of damaged) {
      const outcome = (await refusal(bytes)) ?? ['read', {}];
      expect(outcome).toEqual([expect.any(String), expect.any(Object)]);
    }
  });
});
