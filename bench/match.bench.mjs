// The payment code found in generated bank texts (the shapes of eight banks, one in ten without a
// code), against a plain loop of one RegExp per prefix over the normalised text; then a labelled set
// (thirty banks and wallets, splits, glue, typing errors) judged by the finder and the rule together.
import { createRequire } from 'node:module';
import { sideBySide } from './side-by-side.mjs';

const require = createRequire(import.meta.url);
const { decide } = require('../dist/libs/reconciliation/src/domain/decide.js');
const { foundIn } = require('../dist/libs/reconciliation/src/matching/found.js');
const {
  codeFinder,
  codesNear,
  mintCode,
  parseCode,
  transferText,
} = require('../dist/libs/vietqr/src/index.js');
const { bankText, PAYING_BANKS } = require('../dist/apps/cli/src/province/bank-texts.js');
const { chanceOf } = require('../dist/apps/cli/src/province/chance.js');
// The labelled set is written in the tests' TypeScript, whose loader comes last: the program is
// measured as it was built.
require('../test/support/thread-sources.cjs');
const { judged } = require('../test/support/transfer-texts/judged.ts');
const { labelledTexts, textsWithoutCode } = require('../test/support/transfer-texts/labelled.ts');
const sent = require('../test/support/transfer-texts/sent.ts');

export const work = 'find the code in bank texts, against a loop of one RegExp per prefix';
const GOAL = 1_000_000;
// As many markets as a province has.
const PREFIXES = 270;
const HOSTILE_MS = 5;

export async function run({ size }) {
  const prefixes = prefixesOf(PREFIXES);
  const generated = textsOf(size === 'full' ? 500_000 : 50_000, prefixes);
  // As they come from a socket: in one piece of memory, not in those they were made of.
  const texts = generated.map(({ text }) => Buffer.from(text).toString('latin1'));
  const finder = codeFinder(prefixes);
  const wrong = generated.filter(
    ({ text, code }) => finder.find(text).codes.join() !== (code ?? ''),
  );
  const expressions = prefixes.map((prefix) => new RegExp(`${prefix}[123][0-9]{9}`));
  let found = 0;
  // A sample is enough for the slower one; both do the same texts.
  const sample = texts.slice(0, 20_000);
  const { ours, other } = sideBySide({
    items: sample.length,
    warmUp: 3,
    rounds: 9,
    ours: () => sample.forEach((text) => (found += finder.find(text).codes.length)),
    other: () => sample.forEach((text) => (found += plainly(text, expressions).length)),
  });
  return [
    { figure: 'texts/s', ours, other, goal: `≥ ${GOAL}`, holds: ours >= GOAL },
    zero('wrong of these', wrong.length),
    ...labelledFigures(size === 'full' ? 200_000 : 20_000),
    withoutCodeFigure(size === 'full' ? 500_000 : 50_000),
    ...hostileFigures(),
  ];
}

const zero = (figure, ours) => ({ figure, ours, other: null, goal: '0', holds: ours === 0 });
const told = (figure, ours) => ({ figure, ours, other: null, goal: '-', holds: true });
const percent = (part, whole) => Math.round((part / whole) * 10_000) / 100;

function labelledFigures(count) {
  const { texts, wrong, misread, toFind, found, mistyped, suggested } = judged(
    labelledTexts('bench match', count),
    concluder(),
  );
  return [
    told('labelled texts', texts),
    zero('wrong of those', wrong.length),
    told('misread, check digits only', misread.length),
    told('% of whole codes found', percent(found, toFind)),
    told('% of mistyped suggested', percent(suggested, mistyped)),
  ];
}

/** The finder and the rule together, on one board that has all prefixes. */
function concluder() {
  const finder = codeFinder(sent.PREFIXES);
  const owner = { boardId: 'board', marketId: 'market' };
  const prefixes = new Map(sent.PREFIXES.map((prefix) => [prefix, owner]));
  const stall = { kind: 'stall', marketId: 'market', leaseId: 'lease' };
  const known = { boardId: 'board', direction: 'in', prefixes, addressed: null, ruled: [] };
  return (text, isGivenOut) => {
    const found = foundIn(finder, text);
    const subjects = new Map(found.codes.filter(isGivenOut).map((code) => [code, stall]));
    const { code = null } = decide({ ...known, found, subjects });
    return { credited: code, suggested: finder.find(text).broken.flatMap(codesNear) };
  };
}

function withoutCodeFigure(count) {
  const finder = codeFinder(sent.PREFIXES);
  let hits = 0;
  for (const text of textsWithoutCode('bench match', count)) hits += finder.find(text).codes.length;
  return zero(`found in ${count} without`, hits);
}

// 10 KB that make the finder work: prefixes all along, digits that nearly are codes, marks.
function hostileFigures() {
  const finder = codeFinder(sent.PREFIXES);
  const [prefix] = sent.PREFIXES;
  const texts = {
    'prefixes only': prefix.repeat(4000),
    'broken codes': `${prefix}148302756 `.repeat(800),
    'digits glued': `${prefix}${'1'.repeat(9000)}`,
    'letters for digits': `${prefix}OIOIOIOIOI`.repeat(800),
    'valid codes': `${mintCode(prefix, 'bill', 1, 42)}0912345678 `.repeat(430),
    marks: 'Ệ̣̣̣'.repeat(2500),
  };
  const slowest = Math.max(...Object.values(texts).map((text) => msOf(() => finder.find(text))));
  const figure = 'ms, 10 KB hostile, worst';
  const goal = `< ${HOSTILE_MS}`;
  return [{ figure, ours: slowest, other: null, goal, holds: slowest < HOSTILE_MS }];
}

function msOf(work) {
  const rounds = 50;
  for (let round = 0; round < rounds; round += 1) work();
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) work();
  return Math.round(((performance.now() - start) / rounds) * 100) / 100;
}

function plainly(text, expressions) {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return expressions.flatMap((expression) => {
    const [hit] = expression.exec(plain) ?? [];
    return hit && parseCode(hit) ? [hit] : [];
  });
}

// Three letters of those that hardly follow each other in Vietnamese, none of them inside another.
function prefixesOf(count) {
  const letters = Array.from('BDFJKQSVWXZ');
  const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const chance = chanceOf('prefixes');
  while (all.length > count) all.splice(chance.between(0, all.length - 1), 1);
  return all;
}

function textsOf(count, prefixes) {
  return Array.from({ length: count }, (_, at) => {
    const chance = chanceOf('bench match', at);
    const bank = chance.pick(PAYING_BANKS);
    const payer = chance.pick(['Vàng Thị Mỷ', 'Nguyễn Văn Sơn', 'Giàng Mí Dính', 'Triệu Mùi Pham']);
    if (at % 10 === 0) {
      return { code: null, text: bankText(bank, { text: 'nop tien cho thang 11', payer }, chance) };
    }
    const code = mintCode(chance.pick(prefixes), 'bill', at, 42);
    const bin = bank === 'vietinbank' ? '970415' : '970436';
    const text = transferText({ code, bin, isThroughSePay: true, words: ['A12', 'T11'] });
    return { code, text: bankText(bank, { text, payer }, chance) };
  });
}
