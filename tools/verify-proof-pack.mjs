// node verify-proof-pack.mjs FILE.zip: holds a month's proof pack against itself. It needs Node.js
// and nothing else, no database and no program of ours: whoever got a pack can check it.
// Exits 0 when everything holds, else 1, and says what does not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Dùng: node verify-proof-pack.mjs <tệp zip>');
  process.exit(2);
}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const sum = (numbers) => numbers.reduce((total, next) => total + next, 0);

/** The files of an archive by name, read from its directory at the end. */
function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0) throw new Error('không phải tệp ZIP');
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const head = bytes.readUInt32LE(at + 42);
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const content = bytes.subarray(start, start + packed);
    files.set(name, method === 0 ? content : inflateRawSync(content));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

/** Rows of a CSV by the names in its first line; an apostrophe before a sign of a formula is ours. */
function rowsOf(bytes) {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const lines = [[]];
  for (const [, quoted, plain, next] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n)/g,
  )) {
    const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    lines.at(-1).push(cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ''));
    if (next !== ';') lines.push([]);
  }
  const [names = [], ...rows] = lines.slice(0, -1);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

const failures = [];
function check(sentence, holds) {
  console.log(`${holds ? 'ĐÚNG' : 'SAI '}  ${sentence}`);
  if (!holds) failures.push(sentence);
}

const files = unzip(readFileSync(file));
const fileOf = (name) => files.get(name) ?? Buffer.alloc(0);
const manifest = JSON.parse(fileOf('manifest.json').toString('utf8'));
const table = (name) => rowsOf(fileOf(name));
const closed = manifest.state === 'closed' ? 'đã khóa sổ' : 'TẠM TÍNH';
console.log(`${manifest.board.name}, tháng ${manifest.month}, ${closed}\n`);

for (const { name, rows, sha256: said } of manifest.files)
  check(
    `${name}: ${rows} dòng, mã băm như trong manifest.json`,
    sha256(fileOf(name)) === said && table(name).length === rows,
  );

const transfers = table('transfers.csv');
const fields = [
  'id',
  'key',
  'debit',
  'credit',
  'amount',
  'on',
  'month',
  'at',
  'reverses',
  'reason',
];
const lines = transfers.map((row) => fields.map((name) => row[name]).join('\t')).join('\n');
check('mã băm các bút toán trong tháng', sha256(lines) === manifest.rowsHash);
check(
  'mã băm nối với các tháng trước',
  sha256(Buffer.from(manifest.previousHash, 'hex'), Buffer.from(manifest.rowsHash, 'hex')) ===
    manifest.hash,
);
check(
  'mọi bút toán thuộc tháng này',
  transfers.every((row) => row.month === manifest.month && row.on.slice(0, 7) <= row.month),
);

const balance = manifest.trialBalance;
const closingOf = (isOne) =>
  sum(balance.filter(({ account }) => isOne(account)).map((row) => row.closing));
const moved = (side, account) =>
  sum(transfers.filter((row) => row[side] === account).map((row) => Number(row.amount)));
check('bảng cân đối: tổng các tài khoản bằng 0', sum(balance.map((row) => row.closing)) === 0);
check(
  'bảng cân đối: đầu tháng + nợ − có = cuối tháng',
  balance.every((row) => row.opening + row.debits - row.credits === row.closing),
);
check(
  'bảng cân đối: phát sinh bằng tổng các bút toán',
  sum(balance.map((row) => row.debits)) === sum(transfers.map((row) => Number(row.amount))) &&
    balance.every(
      ({ account, debits, credits }) =>
        moved('debit', account) === debits && moved('credit', account) === credits,
    ),
);

const posted = new Map();
for (const { key, amount, reverses } of transfers) {
  const [kind, id] = key.split(':');
  if (reverses === '')
    posted.set(`${kind}:${id}`, (posted.get(`${kind}:${id}`) ?? 0) + Number(amount));
}
const isPosted = (kind, rows, sumOf) =>
  rows.every((row) => posted.get(`${kind}:${row.id}`) === Number(row[sumOf]));
const countOf = (kind) => [...posted.keys()].filter((key) => key.startsWith(`${kind}:`)).length;
const [bills, payments] = [table('bills.csv'), table('payments.csv')];
check(
  `thông báo nộp tiền: ${bills.length} thông báo, đủ và đúng số tiền trong sổ`,
  isPosted('bill', bills, 'total') && countOf('bill') === bills.length,
);
check(
  `khoản đã nộp: ${payments.length} khoản, đủ và đúng số tiền trong sổ`,
  isPosted('payment', payments, 'amount') && countOf('payment') === payments.length,
);
check(
  'tiền chưa rõ người nộp bằng số dư trong sổ',
  sum(table('unmatched.csv').map((row) => Number(row.amount))) ===
    -closingOf((account) => account === 'unmatched'),
);
const held = table('cash-differences.csv');
check(
  'tiền mặt từng người thu: đầu tháng + đã thu − đã nộp = còn giữ, bằng số dư trong sổ',
  held.every(
    (row) =>
      Number(row.opening) + Number(row.taken) - Number(row['handed in']) ===
        Number(row['in hand']) &&
      closingOf((account) => account === `cash/collector/${row.collector}`) ===
        Number(row['in hand']),
  ),
);
check(
  'tiền thiếu, thừa khi đếm còn treo của từng người thu bằng số dư trong sổ',
  held.every(
    ({ collector, short, over }) =>
      closingOf((account) => account === `shortage/${collector}`) === Number(short) &&
      closingOf((account) => account === `surplus/${collector}`) === -Number(over),
  ),
);
const slips = table('cash-slips.csv');
const slipped = (kind) =>
  sum(slips.filter((row) => row.kind === kind).map((row) => Number(row.amount)));
check(
  'phiếu thu, phiếu chi của quỹ bằng phát sinh của quỹ',
  slipped('in') === moved('debit', 'cash/safe') && slipped('out') === moved('credit', 'cash/safe'),
);

console.log(failures.length === 0 ? '\nToàn bộ đều đúng.' : `\n${failures.length} điều SAI.`);
process.exit(failures.length === 0 ? 0 : 1);
