// Every error code has its sentence in both languages, and no sentence is left without a code.
import ts from 'typescript';
import { visit } from './tree.mjs';

const SENTENCES = 'apps/office/src/messages/errors/';

/** The codes of `errorsOf('lib', { code: kind })` in a lib's errors.ts. */
function codesIn(source) {
  const codes = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'errorsOf') return;
    const [lib, table] = node.arguments;
    if (!lib || !table || !ts.isStringLiteral(lib) || !ts.isObjectLiteralExpression(table)) return;
    for (const property of table.properties)
      if (property.name) codes.push(`${lib.text}.${property.name.getText()}`);
  });
  return codes;
}

/** Adds to language → codes what a table's object literals name. */
function addSentences(languages, source) {
  visit(source, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.initializer)) return;
    const language = node.name.getText();
    if (language !== 'vi' && language !== 'en') return;
    for (const { name } of node.initializer.properties)
      if (name) languages[language].add(name.getText().replace(/^['"]|['"]$/g, ''));
  });
}

export function sentenceFence(tree) {
  const tables = tree.files.filter((path) =>
    /^(libs|apps)\/[^/]+\/src\/(.*\/)?errors\.ts$/.test(path),
  );
  const codes = tables.flatMap((file) =>
    codesIn(tree.source(file)).map((code) => ({ file, code })),
  );
  const languages = { vi: new Set(), en: new Set() };
  for (const file of tree.files.filter((path) => path.startsWith(SENTENCES)))
    addSentences(languages, tree.source(file));
  const offences = [];
  for (const { file, code } of codes)
    for (const language of ['vi', 'en'])
      if (!languages[language].has(code))
        offences.push({
          file,
          rule: 'error-has-sentence',
          reason: `${code} has no sentence in ${language} (${SENTENCES}<lib>.ts)`,
        });
  return { looked: codes.length, offences };
}
