import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vnd } from '@cho40/kernel';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { encodeVietQr } from './domain/encode';
import { drawQrPng, drawQrSvg } from './drawing';

const PAYLOAD = encodeVietQr({
  bin: '970436',
  account: '0123456789',
  amount: vnd(250_000),
  purpose: 'SKX1483027569 A12 T11',
});

beforeAll(() => {
  // By itself the package fetches this file from the web.
  const folder = join(__dirname, '../../../node_modules/zxing-wasm/dist/reader');
  const wasmBinary = new Uint8Array(readFileSync(join(folder, 'zxing_reader.wasm'))).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
});

type Picture = Parameters<typeof readBarcodes>[0];

async function textsOn(image: Picture): Promise<string[]> {
  const found = await readBarcodes(image, { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}

describe('a drawn code', () => {
  it('is read back from the PNG as the payload it was made of', async () => {
    expect(await textsOn(await drawQrPng(PAYLOAD))).toEqual([PAYLOAD]);
    expect(await textsOn(await drawQrPng(PAYLOAD, 3))).toEqual([PAYLOAD]);
  });

  it('is read back from the SVG, painted rectangle by rectangle', async () => {
    expect(await textsOn(painted(await drawQrSvg(PAYLOAD), 4))).toEqual([PAYLOAD]);
  });

  it('has four light modules all around and a view box of whole modules', async () => {
    const svg = await drawQrSvg(PAYLOAD);
    const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
    const runs = Array.from(svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g), (run) =>
      run.slice(1).map(Number),
    );
    expect((side - 8 - 17) % 4).toBe(0);
    for (const [x = 0, y = 0, width = 0] of runs) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x + width, y + 1)).toBeLessThanOrEqual(side - 4);
    }
  });

  it('is refused for a text that no code holds, and for none', async () => {
    await expect(drawQrSvg('x'.repeat(3000))).rejects.toThrow('vietqr.payloadTooLong');
    await expect(drawQrPng('x'.repeat(3000))).rejects.toThrow('vietqr.payloadTooLong');
    await expect(drawQrSvg('')).rejects.toThrow('vietqr.payloadTooLong');
  });
});

/** Paints our SVG's rectangles, `scale` pixels a module, as a browser would. */
function painted(svg: string, scale: number): Picture {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const run of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    const [x = 0, y = 0, width = 0] = run.slice(1).map((text) => Number(text) * scale);
    for (let row = y; row < y + scale; row += 1) {
      for (let column = x; column < x + width; column += 1) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { data: pixels, width: side, height: side, colorSpace: 'srgb' };
}
