// node tools/screenshots.mjs [NAME …]: takes the pictures of docs/screenshots from the believable
// province, of the program that runs on ./data (npm start; HOST, PORT and DATA_DIR as there).
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { finish } from './finish.mjs';
import { Refusal, root, runNode } from './steps.mjs';
import { findTools } from './system-tools.mjs';

const FOLDER = join(root, 'docs/screenshots');
const URL = `http://${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? 3000}`;
const DESK = { width: 1280, height: 960 };
const LOW = { width: 1280, height: 700 };
const PHONE = { width: 360, height: 740 };
// A reader loads them with the page they stand on.
const MOST_BYTES = 200_000;
const LAST_MONTH = '2026-10';

async function openFirstBill(page) {
  await page.getByRole('table', { name: 'Thông báo nộp tiền' }).getByRole('link').first().click();
  await page.getByRole('img', { name: /^Mã QR nộp/ }).waitFor();
}

/** Who looks at what; `goOn` goes on from there. */
const SHOTS = [
  { name: 'dashboard', role: 'departmentViewer', path: `/shares?month=${LAST_MONTH}` },
  {
    name: 'dashboard-phone',
    role: 'departmentViewer',
    path: `/shares?month=${LAST_MONTH}`,
    size: PHONE,
  },
  { name: 'today', role: 'boardHead', path: '/' },
  { name: 'today-phone', role: 'boardHead', path: '/', size: PHONE },
  {
    name: 'bill',
    role: 'boardHead',
    path: `/bills?month=${LAST_MONTH}&state=overdue`,
    goOn: openFirstBill,
  },
  { name: 'stall-map', role: 'auditor', path: '/stall-map', market: 'DV-DONGVAN' },
  {
    name: 'market-days',
    role: 'auditor',
    path: '/market-days?month=2026-02',
    market: 'DV-PHOCAO',
  },
  { name: 'arrears', role: 'accountant', path: '/arrears', size: LOW },
  { name: 'bank-records', role: 'accountant', path: '/workbench?direction=in', size: LOW },
  { name: 'workbench', role: 'accountant', path: '/workbench/queue', size: LOW },
  { name: 'cards', role: 'boardHead', path: '/cards', market: 'HG-TRANPHU', size: LOW },
];

async function main(names) {
  const wanted = names.length === 0 ? SHOTS : SHOTS.filter(({ name }) => names.includes(name));
  const people = await signIns();
  const { env } = await findTools();
  const browser = await chromium.launch({
    executablePath: env.CHROMIUM_BIN,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const shot of wanted) await take(browser, shot, people.get(shot.role));
  } finally {
    await browser.close();
  }
  return 0;
}

/** One person of the province per role. */
async function signIns() {
  const { code, output } = await runNode(join(root, 'dist/apps/cli/src/main.js'), [
    'users',
    'demo',
    '--json',
  ]);
  const people = code === 0 ? JSON.parse(output) : [];
  if (people.length === 0) throw new Refusal('the believable province is not loaded here');
  return new Map(people.map((person) => [person.role, person]));
}

/** Chooses a market by its code, as somebody would in the top bar. */
async function choose(page, market) {
  const answer = await page.request.get(`${URL}/api/v1/markets?limit=200`);
  const { items } = await answer.json();
  const id = items.find(({ code }) => code === market)?.id;
  await page.evaluate((chosen) => localStorage.setItem('cho40.market', chosen), id);
}

async function take(browser, { name, path, market, size = DESK, goOn }, { username, password }) {
  const context = await browser.newContext({
    viewport: size,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${URL}/sign-in`);
  await page.locator('[name=username]').fill(username);
  await page.locator('[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/app(\/|$)/);
  if (market) await choose(page, market);
  await page.goto(`${URL}/app${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  if (goOn) {
    await goOn(page);
    await page.waitForLoadState('networkidle');
  }
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  const { size: bytes } = statSync(file);
  if (bytes > MOST_BYTES) throw new Refusal(`${name}.png has ${bytes} bytes`);
  process.stdout.write(`${name}.png: ${Math.ceil(bytes / 1000)} kB\n`);
}

await finish(() => main(process.argv.slice(2)));
