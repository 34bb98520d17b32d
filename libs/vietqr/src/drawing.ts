import type { QrMatrix } from '@cho40/kernel';
import type { BitMatrix, QRCode } from 'qrcode';
import { vietqrError } from './domain/errors';

// Level M mends 15 % of a card that gets dirty; ISO 18004 wants four light modules all around.
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const;

/**
 * A payload as SVG: black on white, one path, one unit a module, no size but its view box. Throws
 * a refusal when no code of level M holds the text.
 */
export async function drawQrSvg(payload: string): Promise<string> {
  const { modules } = await matrixOf(payload);
  const side = modules.size + 2 * OPTIONS.margin;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path d="${darkRuns(modules).join('')}"/></svg>`
  );
}

/** A payload as PNG, black on white, `modulePixels` pixels a module. Refuses as `drawQrSvg` does. */
export async function drawQrPng(payload: string, modulePixels = 8): Promise<Buffer> {
  const { version, maskPattern } = await matrixOf(payload);
  const { toBuffer } = await import('qrcode');
  return toBuffer(payload, { ...OPTIONS, version, maskPattern, scale: modulePixels });
}

/** A payload's modules, for papers to draw. Refuses as `drawQrSvg` does. */
export async function qrMatrix(payload: string): Promise<QrMatrix> {
  const { modules } = await matrixOf(payload);
  return { side: modules.size, isDark: Array.from(modules.data, (module) => module !== 0) };
}

// The package is loaded when something is drawn: a command that only reads payloads starts sooner.
async function matrixOf(payload: string): Promise<QRCode> {
  const { create } = await import('qrcode');
  try {
    return create(payload, OPTIONS);
  } catch {
    // The package refuses an empty text and one too long for version 40, by messages only.
    throw vietqrError('payloadTooLong', { field: 'payload', length: payload.length });
  }
}

/** The dark modules, row by row, neighbours drawn as one rectangle. */
function darkRuns(modules: BitMatrix): string[] {
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0, width = 0; column < modules.size; column += Math.max(width, 1)) {
      width = darkFrom(modules, row, column);
      if (width > 0) runs.push(rectangle(column + OPTIONS.margin, row + OPTIONS.margin, width));
    }
  }
  return runs;
}

function darkFrom(modules: BitMatrix, row: number, column: number): number {
  let width = 0;
  while (column + width < modules.size && modules.get(row, column + width)) width += 1;
  return width;
}

function rectangle(x: number, y: number, width: number): string {
  return `M${x} ${y}h${width}v1h-${width}z`;
}
