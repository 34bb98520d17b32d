import { crc16, crcText } from './crc';
import type { Findings } from './findings';
import { CRC_DIGITS } from './layout';
import { type Level, readLevel, ROOT, valueOf } from './tlv';

// A QR code of version 40, level L, holds 7089 digits and less of anything else.
const CHARACTERS_AT_MOST = 7089;
const CRC_OBJECT = '6304';

/**
 * The outer frame: objects from end to end, 00 first, 63 last with the right CRC. Null where that
 * fails; what stands inside would then be a guess.
 */
export function readFrame(raw: string, { problems, warnings }: Findings): Level | null {
  const text = raw.trim();
  if (text.length !== raw.length) warnings.push('payload: white space around it, left out');
  if (text === '') problems.push('payload: empty');
  if (text.length > CHARACTERS_AT_MOST) problems.push('payload: longer than a QR code can hold');
  if (problems.length > 0) return null;
  const root = readLevel(text, 0, text.length, ROOT);
  if (root.problem) problems.push(root.problem);
  else checkOrder(root, problems);
  checkCrc(text, problems, warnings);
  return problems.length > 0 ? null : root;
}

function checkOrder(root: Level, problems: string[]): void {
  if (root.ids[0] !== 0) problems.push('00: not the first object');
  else if (valueOf(root, 0) !== '01') problems.push('00: the format is not 01');
  if (root.ids.at(-1) !== 63) problems.push('63: the CRC is not the last object');
}

function checkCrc(text: string, problems: string[], warnings: string[]): void {
  const written = text.slice(-CRC_DIGITS);
  const body = text.slice(0, -CRC_DIGITS);
  if (!body.endsWith(CRC_OBJECT) || !/^[0-9A-Fa-f]{4}$/.test(written)) {
    problems.push('63: no CRC of four hexadecimal digits at the end');
    return;
  }
  const computed = crcText(crc16(body));
  if (written.toUpperCase() !== computed) problems.push(`63: CRC ${written}, computed ${computed}`);
  else if (written !== computed) warnings.push('63: CRC in lower case');
}
