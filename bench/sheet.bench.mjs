// Fee cards for 1,000 stalls, ten stickers on an A4 page, from their payloads to one PDF: ours reads
// every code back from its modules; headless Chromium prints the same sheet from HTML with the same
// codes as SVG. Each way has a process of its own, so that its time and memory are its own. Time is
// the processor's, as in all benches; Chromium's counts from a page that is open, its start apart.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { findTools } from '../tools/system-tools.mjs';
import { root } from '../tools/steps.mjs';

export const work = '1,000 QR cards on A4, ten a page, against headless Chromium';
const CARDS = { full: 1_000, small: 300 };
const ON_PAGE = 10;
const ROUNDS = 3;
const GOAL = { ratio: 4, pageKb: 25, memoryMb: 150 };
const runFile = promisify(execFile);

export async function run({ size }) {
  const cards = CARDS[size];
  const { env } = await findTools();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await measured('ours', cards, env);
    const other = await measured('chromium', cards, env);
    rounds.push({ ours, other });
  }
  const rate = (way) => median(rounds.map((round) => cards / round[way].seconds));
  const [ours, other] = [rate('ours'), rate('other')];
  const pages = cards / ON_PAGE;
  const kb = (way) => rounds[0][way].bytes / pages / 1_000;
  const memory = Math.max(...rounds.map((round) => round.ours.peakMb));
  return [
    {
      figure: 'cards/s',
      ours,
      other,
      goal: `≥ ${GOAL.ratio} ×`,
      holds: ours >= GOAL.ratio * other,
    },
    {
      figure: 'kB a page',
      ours: kb('ours'),
      other: kb('other'),
      goal: `< ${GOAL.pageKb}`,
      holds: kb('ours') < GOAL.pageKb,
    },
    {
      figure: 'peak MB',
      ours: memory,
      other: Math.max(...rounds.map((round) => round.other.peakMb)),
      goal: `< ${GOAL.memoryMb}`,
      holds: memory < GOAL.memoryMb,
    },
  ];
}

async function measured(way, cards, env) {
  const program = join(root, 'bench', 'sheet-of-cards.mjs');
  const { stdout } = await runFile(process.execPath, [program, way, String(cards)], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
