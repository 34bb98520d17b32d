import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { codeFinder, type CodeKind, type CodesFound, mintCode, prefixProblem } from '@cho40/vietqr';
import { linesOf } from '../lines';
import { mapped, printAll } from '../output';
import { Refused, UsageError } from '../refusal';

export const usage = [
  'code mint --prefix SKX --kind bill|stall|ticket [--count N] [--json]',
  'code find --prefix SKX[,CQX] --file F [--json]',
];

// A prefix has ten million codes of each kind.
const SERIALS = 10_000_000;
// The largest range that randomInt draws from.
const KEYS = 2 ** 48 - 1;
const KINDS: readonly CodeKind[] = ['bill', 'stall', 'ticket'];

export function run([act, ...args]: string[]): Promise<number> {
  if (act === 'mint') return mint(args);
  if (act === 'find') return find(args);
  throw new UsageError(`mint or find? ${usage.join('; ')}`);
}

/** Codes to try things with: start and key are random, and no market's codes come from here. */
async function mint(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      prefix: { type: 'string' },
      kind: { type: 'string' },
      count: { type: 'string', default: '1' },
      json: { type: 'boolean' },
    },
  });
  const kind = KINDS.find((name) => name === values.kind);
  if (values.prefix === undefined || !kind) {
    throw new UsageError(`mint needs --prefix and --kind bill, stall or ticket: ${usage[0]}`);
  }
  checkPrefix(values.prefix);
  const codes = minted(values.prefix, kind, countOf(values.count));
  await printAll(mapped(codes, (code) => (values.json ? JSON.stringify({ code }) : code)));
  return 0;
}

function* minted(prefix: string, kind: CodeKind, count: number): Generator<string> {
  const key = randomInt(KEYS);
  const first = randomInt(SERIALS);
  for (let at = 0; at < count; at += 1) {
    yield mintCode(prefix, kind, (first + at) % SERIALS, key);
  }
}

function countOf(text: string): number {
  const count = /^[0-9]{1,8}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > SERIALS) {
    throw new UsageError(`--count: ${JSON.stringify(text)} is not a whole number 1 to ${SERIALS}`);
  }
  return count;
}

function checkPrefix(prefix: string): void {
  checkShape(prefix);
  if (prefixProblem(prefix))
    throw new Refused(`--prefix: ${prefix} is a word of banks and payers, never a prefix`);
}

function checkShape(prefix: string): void {
  if (prefixProblem(prefix) !== 'shape') return;
  throw new Refused(`--prefix: ${JSON.stringify(prefix)} is not 2 to 5 letters A–Z`);
}

async function find(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      prefix: { type: 'string' },
      file: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (values.prefix === undefined || values.file === undefined) {
    throw new UsageError(`find needs --prefix and --file: ${usage[1]}`);
  }
  const prefixes = values.prefix.split(',').map((prefix) => prefix.trim());
  // The shape is enough: a prefix that is retired, or would be refused today, stays readable.
  for (const prefix of prefixes) checkShape(prefix);
  const finder = codeFinder(prefixes);
  const shown = values.json ? asJson : asText;
  await printAll(mapped(linesOf(values.file), (text) => shown(finder.find(text))));
  return 0;
}

/** `broken`: what begins as a code and is none; beside a whole code it may be a second payer. */
const asJson = ({ codes, repairs, broken }: CodesFound) =>
  JSON.stringify({
    codes,
    repairs,
    broken: broken.map(({ prefix, written }) => prefix + written),
  });

function asText({ codes, repairs }: CodesFound): string {
  const found = codes.length > 0 ? codes.join(' ') : '-';
  return repairs.length > 0 ? `${found} (perhaps ${repairs.join(' ')})` : found;
}
