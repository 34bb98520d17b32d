// Every error code has its sentence in both languages, and no sentence is left without a code.
import ts from 'typescript';
import { visit } from './tree.mjs';

const SENTENCES = 'apps/office/src/messages/errors.ts';

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

/** language → the keys of its table, read from the object literal. */
function sentencesIn(source) {
  const languages = {};
  visit(source, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.initializer)) return;
    const language = node.name.getText();
    if (language !== 'vi' && language !== 'en') return;
    languages[language] = new Set(
      node.initializer.properties.map((each) => each.name?.getText().replace(/^['"]|['"]$/g, '')),
    );
  });
  return languages;
}

export function sentenceFence(tree) {
  const files = tree.files.filter((path) =>
    /^(libs|apps)\/[^/]+\/src\/(.*\/)?errors\.ts$/.test(path),
  );
  const tables = files.filter((path) => path !== SENTENCES);
  const codes = tables.flatMap((file) =>
    codesIn(tree.source(file)).map((code) => ({ file, code })),
  );
  const languages = tree.files.includes(SENTENCES) ? sentencesIn(tree.source(SENTENCES)) : {};
  const offences = [];
  for (const { file, code } of codes)
    for (const language of ['vi', 'en'])
      if (!languages[language]?.has(code))
        offences.push({
          file,
          rule: 'error-has-sentence',
          reason: `${code} has no sentence in ${language} (${SENTENCES})`,
        });
  return { looked: codes.length, offences };
}
