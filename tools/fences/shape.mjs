// How the tree looks: names, sizes, faces.
import ts from 'typescript';
import { isServer, isTest, isTypeScript, lineOf } from './tree.mjs';

const FOLDERS = /(^|\/)(services|dtos|entities|utils|helpers|common|shared|managers|misc)\//;
const VAGUE =
  /(^|[-/])(util|utils|helper|helpers|manager|common|misc|data(?!-source)|info|part2)(\.|-)/;
const KINDS =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(module|controller|service|queries|processor|entity|dto|guard|page|gen|config|spec|db-spec|e2e-spec|d))*\.ts$/;
const MAX_LINES = 300;
const MAX_EXPORTS = 16;

const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);

function namesFence(path) {
  const found = [];
  if (FOLDERS.test(path))
    found.push({
      rule: 'named-by-noun',
      reason: 'a folder is named by a noun of the business, never by a kind',
    });
  if (isServer(path) && path.endsWith('.ts') && !KINDS.test(nameOf(path)))
    found.push({
      rule: 'file-name',
      reason: 'kebab-case, and a suffix only from the list in style.md',
    });
  if (VAGUE.test(nameOf(path)))
    found.push({ rule: 'vague-name', reason: 'the name says nothing about the business' });
  return found;
}

function lengthFence(path, text) {
  const lines = text.split('\n').length;
  if (lines <= MAX_LINES || isTest(path)) return [];
  return [
    { rule: 'file-length', reason: `${lines} lines, at most ${MAX_LINES}: split by meaning` },
  ];
}

function exportFence(path, source) {
  const found = [];
  for (const statement of source.statements) {
    const line = lineOf(source, statement);
    if (ts.isExportDeclaration(statement) && !statement.exportClause)
      found.push({ line, rule: 'no-export-star', reason: 'named exports only' });
    if (
      isServer(path) &&
      (ts.isExportAssignment(statement) ||
        statement.modifiers?.some((each) => each.kind === ts.SyntaxKind.DefaultKeyword))
    )
      found.push({ line, rule: 'no-default-export', reason: 'named exports only' });
  }
  return found;
}

/** A face begins with three sentences (owns, promises, never) and stays small. */
function faceFence(path, source, text) {
  if (!/^libs\/[^/]+\/src\/index\.ts$/.test(path)) return [];
  const found = [];
  const head = text.slice(0, source.statements[0]?.getStart(source) ?? text.length);
  const words = ['own', 'promise', 'never'];
  const missing = words.filter((word) => !head.toLowerCase().includes(word));
  if (missing.length > 0)
    found.push({
      rule: 'face-sentences',
      reason: `begins with what it owns, promises and never does; missing: ${missing.join(', ')}`,
    });
  const lib = path.split('/')[1];
  const exported = source.statements
    .filter(ts.isExportDeclaration)
    .filter((each) => !each.isTypeOnly)
    .flatMap((each) => each.exportClause?.elements ?? [])
    .filter((each) => !each.isTypeOnly);
  const grounds = lib === 'kernel' || lib === 'platform';
  if (!grounds && exported.length > MAX_EXPORTS)
    found.push({
      rule: 'face-size',
      reason: `${exported.length} names, at most ${MAX_EXPORTS}: the face has grown into the house`,
    });
  return found;
}

export function shapeFence(tree) {
  const files = tree.files.filter(
    (path) => /\.(tsx?|mjs|cjs)$/.test(path) && !/\.(gen|d)\.ts$/.test(path),
  );
  const offences = [];
  for (const path of files) {
    const found = [...namesFence(path), ...lengthFence(path, tree.text(path))];
    if (isTypeScript(path)) {
      const source = tree.source(path);
      found.push(...exportFence(path, source), ...faceFence(path, source, tree.text(path)));
    }
    offences.push(...found.map((offence) => ({ file: path, ...offence })));
  }
  return { looked: files.length, offences };
}
