import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from './scratch';

const PDFTOPPM = process.env['PDFTOPPM_BIN'] ?? ['/usr/bin/pdftoppm'].find(existsSync);

/** `describe` where poppler-utils are to be had; `npm test` sees to them. */
export const describePrinted = PDFTOPPM ? describe : describe.skip;

/** The text of each page of a PDF as a reader finds it, in the layout of the page. */
export function textOfPages(pdf: Uint8Array): string[] {
  return onDisk(pdf, (file) => {
    const args = ['-layout', '-enc', 'UTF-8', file, '-'];
    const text = execFileSync(join(dirname(PDFTOPPM ?? ''), 'pdftotext'), args, {
      encoding: 'utf8',
    });
    return text.split('\f').slice(0, -1);
  });
}

/** Each page of a PDF as a PNG, as a printer of so many dots an inch would set it. */
export function picturesOfPages(pdf: Uint8Array, dotsPerInch = 150): Uint8Array[] {
  return onDisk(pdf, (file, folder) => {
    execFileSync(PDFTOPPM ?? '', ['-r', String(dotsPerInch), '-png', file, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return pages.sort().map((name) => readFileSync(join(folder, name)));
  });
}

function onDisk<T>(pdf: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = scratchFolder();
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return work(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
