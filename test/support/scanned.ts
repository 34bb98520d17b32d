import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** The texts of the QR codes on a picture, as a bank app's camera would read them. */
export async function scanned(png: Uint8Array): Promise<string[]> {
  // By itself the package fetches this file from the web.
  const folder = join(__dirname, '../../node_modules/zxing-wasm/dist/reader');
  const wasmBinary = new Uint8Array(readFileSync(join(folder, 'zxing_reader.wasm'))).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const found = await readBarcodes(png, { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}
