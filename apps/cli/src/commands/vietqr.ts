import { parseArgs } from 'node:util';
import { CodedError, vnd } from '@cho40/kernel';
import { type DecodedVietQr, decodeVietQr, encodeVietQr, type WrongVietQr } from '@cho40/vietqr';
import { linesOf } from '../lines';
import { mapped, printAll, printLine } from '../output';
import { Refused, UsageError } from '../refusal';

export const usage = [
  'vietqr encode --bin 970436 --account 0123456789 [--amount 250000] [--purpose TEXT] [--json]',
  'vietqr decode PAYLOAD | --file F [--json]',
];

export function run([act, ...args]: string[]): Promise<number> {
  if (act === 'encode') return encode(args);
  if (act === 'decode') return decode(args);
  throw new UsageError(`encode or decode? ${usage.join('; ')}`);
}

async function encode(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      bin: { type: 'string' },
      account: { type: 'string' },
      amount: { type: 'string' },
      purpose: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { bin, account, amount, purpose, json } = values;
  if (bin === undefined || account === undefined) {
    throw new UsageError(`encode needs --bin and --account: ${usage[0]}`);
  }
  const payload = encoded({ bin, account, amount, purpose });
  await printLine(json ? JSON.stringify({ ok: true, payload }) : payload);
  return 0;
}

interface Typed {
  readonly bin: string;
  readonly account: string;
  readonly amount?: string | undefined;
  readonly purpose?: string | undefined;
}

function encoded({ amount, ...rest }: Typed): string {
  try {
    return encodeVietQr({ ...rest, amount: amount === undefined ? undefined : vnd(dong(amount)) });
  } catch (error) {
    throw error instanceof CodedError ? new Refused(sentence(error)) : error;
  }
}

function dong(text: string): number {
  const amount = /^[0-9]{1,15}$/.test(text) ? Number(text) : 0;
  if (amount <= 0) {
    throw new Refused(`--amount: ${JSON.stringify(text)} is not a whole number of đồng above 0`);
  }
  return amount;
}

/** The refusals of encodeVietQr, as they read at a prompt. */
function sentence({ code, facts, message }: CodedError): string {
  const found = JSON.stringify(facts[String(facts.field)]);
  const sentences: Readonly<Record<string, string>> = {
    'vietqr.binInvalid': `${found} is not six digits`,
    'vietqr.accountInvalid': `${found} is not 1 to 19 letters or digits`,
    'vietqr.amountOutOfRange': `${found} is not above 0 and below ${facts.below}`,
    'vietqr.textEmpty': 'is empty',
    'vietqr.textNotAscii': `has no ASCII letter for ${JSON.stringify(facts.character)}`,
    'vietqr.textTooLong': `has ${facts.length} characters, more than ${facts.most}`,
  };
  return `--${facts.field}: ${sentences[code] ?? message}`;
}

async function decode(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { file: { type: 'string' }, json: { type: 'boolean' } },
  });
  const shown = values.json ? asJson : asText;
  if (values.file !== undefined && positionals.length === 0) {
    await printAll(mapped(linesOf(values.file), (line) => shown(decodeVietQr(line))));
    return 0;
  }
  const [payload] = positionals;
  if (payload === undefined || positionals.length > 1 || values.file !== undefined) {
    throw new UsageError(`decode takes one PAYLOAD (quoted) or --file: ${usage[1]}`);
  }
  const reading = decodeVietQr(payload);
  if (values.json || reading.ok) await printLine(shown(reading));
  if (!reading.ok) throw new Refused(`PAYLOAD: ${reading.problems.join('; ')}`);
  return 0;
}

// The keys of the answer, in this order, whatever else the lib reads.
const PRINTED =
  'ok scheme bin account amount currency purpose initiation service warnings problems'.split(' ');

type Reading = DecodedVietQr | WrongVietQr;

function asJson(reading: Reading): string {
  return JSON.stringify(reading, PRINTED);
}

function asText(reading: Reading): string {
  if (!reading.ok) return `wrong: ${reading.problems.join('; ')}`;
  const { scheme, bin, account, amount, amountText, purpose, initiation, warnings } = reading;
  const parts = [scheme, bin, account, amount ?? amountText, purpose, initiation];
  const fields = parts.filter((part) => part !== null).join('  ');
  return warnings.length > 0 ? `${fields}  (${warnings.join('; ')})` : fields;
}
