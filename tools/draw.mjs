// node tools/draw.mjs [--check]: the drawing of the libs in docs/architecture.md, made from
// architecture.mjs. With --check it writes nothing and exits 1 when the drawing is not current.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { libs } from '../architecture.mjs';

const PAGE = 'docs/architecture.md';
const BEGIN = '<!-- drawing: made by node tools/draw.mjs -->';
const END = '<!-- end of drawing -->';

/** A lib's nearest neighbours above: what it uses and no other of its uses already reaches. */
function nearest(lib) {
  const reaches = (from, to) =>
    libs[from].includes(to) || libs[from].some((each) => reaches(each, to));
  return libs[lib].filter(
    (use) => !libs[lib].some((other) => other !== use && reaches(other, use)),
  );
}

function drawing() {
  const lines = ['```mermaid', 'flowchart TD'];
  for (const lib of Object.keys(libs)) {
    const built = existsSync(`libs/${lib}`);
    lines.push(built ? `  ${lib}[${lib}]` : `  ${lib}([${lib}: its place is kept])`);
    for (const use of nearest(lib)) lines.push(`  ${lib} --> ${use}`);
  }
  return [...lines, '```'].join('\n');
}

const page = readFileSync(PAGE, 'utf8');
const [before, rest] = page.split(BEGIN);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error(`${PAGE} has no place for the drawing`);
const next = `${before}${BEGIN}\n${drawing()}\n${END}${after}`;
if (!process.argv.includes('--check')) writeFileSync(PAGE, next);
else if (next !== page) {
  console.error(`${PAGE}: the drawing is not current; run node tools/draw.mjs`);
  process.exitCode = 1;
}
