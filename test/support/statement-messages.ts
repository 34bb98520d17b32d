// Statements as banks' gateways write them: CSV, SWIFT MT940, ISO 20022 camt.
import { bankGrid, type BankStatement, type PrintedCell, type PrintNoise } from './bank-statement';
import type { BankPrint } from './bank-prints';

const shortDay = (day: string) => day.slice(2).replaceAll('-', '');
const closingOf = ({ opening, lines }: BankStatement) =>
  lines.reduce((balance, { amount }) => balance + amount, opening);
const side = (amount: number, minus: string, plus: string) => (amount < 0 ? minus : plus);

/** The cells of a print as CSV. */
export function bankCsv(
  bank: BankPrint,
  statement: BankStatement,
  { separator = ',', noise = {} }: { separator?: string; noise?: Partial<PrintNoise> } = {},
): string {
  const cell = (value: PrintedCell) => {
    const text = value instanceof Date ? value.toISOString() : String(value ?? '');
    return /["\n\r]/.test(text) || text.includes(separator)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  };
  const rows = bankGrid(bank, statement, noise);
  return rows.map((row) => row.map(cell).join(separator)).join('\r\n');
}

/** Windows-1258 as Excel on Vietnamese Windows writes it: tones stand behind their letters. */
export function windows1258(text: string): Buffer {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  // Letters with a tone alone come apart, those with a hat or a horn lose but their tone.
  const apart = Array.from(text.normalize('NFC')).flatMap((letter) => {
    if (bytes.has(letter)) return [letter];
    const [base = '', ...marks] = letter.normalize('NFD');
    const tone = marks.findLast((mark) => bytes.has(mark)) ?? '';
    const rest = marks.filter((mark) => mark !== tone).join('');
    return [`${base}${rest}`.normalize('NFC'), tone].filter((part) => part !== '');
  });
  return Buffer.from(apart.map((letter) => bytes.get(letter) ?? 0x3f));
}

/** One MT940 message, its texts cut after 65 characters. */
export function mt940(statement: BankStatement): string {
  const { account, from, to, opening, lines } = statement;
  const balance = (day: string, amount: number) =>
    `${side(amount, 'D', 'C')}${shortDay(day)}VND${Math.abs(amount)},00`;
  const movement = ({ on, amount, content }: BankStatement['lines'][number], at: number) => [
    `:61:${shortDay(on)}${on.slice(5).replace('-', '')}${side(amount, 'D', 'C')}` +
      `${Math.abs(amount)},00NTRFNONREF//FT${100 + at}`,
    `:86:${(content.match(/.{1,65}/gs) ?? ['']).join('\r\n')}`,
  ];
  return [
    '{1:F01BFTVVNVXAXXX0000000000}{2:I940XXXXN}{4:',
    ':20:STATEMENT',
    `:25:${account}`,
    ':28C:00001/001',
    `:60F:${balance(from, opening)}`,
    ...lines.flatMap(movement),
    `:62F:${balance(to, closingOf(statement))}`,
    '-}',
  ].join('\r\n');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function entry({ on, amount, content }: BankStatement['lines'][number], at: number): string {
  return `<Ntry><Amt Ccy="VND">${Math.abs(amount)}.00</Amt>
    <CdtDbtInd>${side(amount, 'DBIT', 'CRDT')}</CdtDbtInd><Sts>BOOK</Sts>
    <BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>FT${100 + at}</AcctSvcrRef>
    <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
    <RltdPties><Dbtr><Nm>SUNG THI MAY</Nm></Dbtr></RltdPties>
    <RmtInf><Ustrd>${escaped(content)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

const account = (number: string) =>
  `<Acct><Id><Othr><Id>${number}</Id></Othr></Id><Ccy>VND</Ccy>` +
  `<Svcr><FinInstnId><BIC>BFTVVNVX</BIC></FinInstnId></Svcr></Acct>`;
const period = ({ from, to }: BankStatement) =>
  `<FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>`;

export function camt053(statement: BankStatement): string {
  const balance = (code: string, day: string, amount: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="VND">${Math.abs(amount)}</Amt>
     <CdtDbtInd>${side(amount, 'DBIT', 'CRDT')}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id>${period(statement)}${account(statement.account)}
${balance('OPBD', statement.from, statement.opening)}
${balance('CLBD', statement.to, closingOf(statement))}
${statement.lines.map(entry).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
}

export function camt054(statement: BankStatement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ns:Document xmlns:ns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><ns:BkToCstmrDbtCdtNtfctn>
<ns:Ntfctn>${period(statement)}${account(statement.account)}
${statement.lines.map(entry).join('\n')}</ns:Ntfctn></ns:BkToCstmrDbtCdtNtfctn></ns:Document>`;
}
