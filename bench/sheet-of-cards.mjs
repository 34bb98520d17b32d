// One way to print a sheet of cards, in a process of its own: `ours` or `chromium`, and how many.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { drawQrSvg } = require('../dist/libs/vietqr/src/index.js');
const { feeCardPayload } = require('../dist/libs/cards/src/sheets/card-payload.js');
const { readBackPages } = require('../dist/libs/cards/src/sheets/drawing.service.js');
const { typeset } = require('../dist/libs/platform/src/papers/typeset.js');
const { mintCode } = require('../dist/libs/vietqr/src/index.js');

const [way, count] = process.argv.slice(2);
const ACCOUNT = {
  bin: '970436',
  number: '0123456789',
  holderName: 'BAN QUẢN LÝ CHỢ ĐỒNG VĂN',
  isThroughSePay: false,
};
const MADE_AT = new Date('2026-11-23T02:00:00Z');
const cards = Array.from({ length: Number(count) }, (_, at) => {
  const stallCode = `A-${String(at + 1).padStart(3, '0')}`;
  const code = mintCode('SKX', 'stall', at, 4_711);
  return {
    serial: at + 1,
    stallCode,
    code,
    marketName: 'Chợ Đồng Văn',
    holderName: ACCOUNT.holderName,
    bin: ACCOUNT.bin,
    accountNumber: ACCOUNT.number,
    format: 'sticker-10',
    madeAt: MADE_AT,
    payload: feeCardPayload({ code, stallCode }, ACCOUNT),
  };
});

const { bytes, seconds, peakMb } = await (way === 'ours' ? ours() : chromium());
process.stdout.write(JSON.stringify({ bytes, seconds, peakMb }));

async function ours() {
  const started = process.cpuUsage();
  const file = await typeset(await readBackPages(cards), MADE_AT, () => undefined);
  const seconds = secondsSince(started);
  return { bytes: file.length, seconds, peakMb: process.resourceUsage().maxRSS / 1_000 };
}

async function chromium() {
  const { chromium: browser } = require('playwright-core');
  const opened = await browser.launch({
    executablePath: process.env.CHROMIUM_BIN,
    args: ['--no-sandbox'],
  });
  const page = await opened.newPage();
  await page.setContent('<p>Đồng Văn</p>');
  const before = await browserSeconds(opened);
  const started = process.cpuUsage();
  const content = await html();
  const drawn = secondsSince(started);
  await page.setContent(content, { waitUntil: 'load' });
  const file = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const seconds = drawn + (await browserSeconds(opened)) - before;
  const peakMb = peakOf(await browserPids(opened));
  await opened.close();
  return { bytes: file.length, seconds, peakMb };
}

async function html() {
  const font = (name) =>
    readFileSync(require.resolve(`@expo-google-fonts/be-vietnam-pro/${name}`)).toString('base64');
  const faces = [
    [400, font('400Regular/BeVietnamPro_400Regular.ttf')],
    [700, font('700Bold/BeVietnamPro_700Bold.ttf')],
  ].map(
    ([weight, file]) =>
      `@font-face{font-family:Be;font-weight:${weight};src:url(data:font/ttf;base64,${file})}`,
  );
  const drawn = await Promise.all(cards.map(asHtml));
  return `<style>${faces.join('')}
    @page{size:A4;margin:0} body{margin:0;font:9pt Be;display:grid;grid-template-columns:1fr 1fr}
    article{height:59.4mm;box-sizing:border-box;padding:4mm;display:flex;gap:4mm;break-inside:avoid;
      border:.1mm dashed #999} svg{width:44mm} h2{font-size:28pt;margin:0} p{margin:1mm 0}
    </style>${drawn.join('')}`;
}

async function asHtml({ payload, stallCode, marketName, holderName, serial }) {
  return `<article><div><b>VietQR</b>${await drawQrSvg(payload)}</div><div>
    <b>Quét mã để nộp tiền chợ</b><h2>${stallCode}</h2><p><b>${marketName}</b></p><p>${holderName}</p>
    <p>Vietcombank, số tài khoản …6789</p><p>Mã này chỉ dùng để nộp tiền chợ cho Ban quản lý, không
    dùng để trả tiền mua hàng</p><p>Thẻ số ${String(serial).padStart(6, '0')}</p></div></article>`;
}

function secondsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function processesOf(opened) {
  const session = await opened.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo;
}

/** The processor's time of the browser and its children. */
async function browserSeconds(opened) {
  return (await processesOf(opened)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function browserPids(opened) {
  return (await processesOf(opened)).map(({ id }) => id);
}

function peakOf(pids) {
  const peaks = pids.map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  });
  return peaks.reduce((sum, peak) => sum + peak, 0) / 1_000;
}
