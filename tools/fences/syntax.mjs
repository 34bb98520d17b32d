// What oxlint cannot say: the clock, the environment, SQL, money and ids each have one door.
import ts from 'typescript';
import { isServer, isTest, isTypeScript, lineOf, visit } from './tree.mjs';

const CLOCK = 'libs/platform/src/clock.ts';
const CONFIG = 'libs/platform/src/config.ts';
const BRANDS = new Set(['Vnd', 'Id', 'BusinessDate', 'Month', 'Account']);
// Where a brand is made out of what it brands.
const MAKERS = {
  Vnd: /^libs\/kernel\/src\/vnd\.ts$/,
  Id: /^libs\/(kernel|platform)\/src\//,
  BusinessDate: /^libs\/kernel\/src\/time\.ts$/,
  Month: /^libs\/kernel\/src\/time\.ts$/,
  Account: /^libs\/ledger\/src\/domain\//,
};
const SQL_CALLS = new Set(['sql', 'query']);
// Roles, databases and extensions are identifiers, which no statement takes as a parameter: these
// two places quote them.
const DDL = /^libs\/platform\/src\/(migrations\.ts|embedded\/)/;

const isDateNow = (node) =>
  ts.isCallExpression(node) && node.expression.getText().replace(/\s/g, '') === 'Date.now';
const isNewDate = (node) =>
  ts.isNewExpression(node) &&
  node.expression.getText() === 'Date' &&
  (node.arguments?.length ?? 0) === 0;
const isEnvironment = (node) =>
  ts.isPropertyAccessExpression(node) && node.getText().replace(/\s/g, '') === 'process.env';

/** SQL text with something glued into it: a template with holes, or a sum of strings. */
function isBuiltSql(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  if (!SQL_CALLS.has(node.expression.name.text)) return false;
  const [text] = node.arguments;
  return (
    text !== undefined &&
    (ts.isTemplateExpression(text) ||
      (ts.isBinaryExpression(text) && text.operatorToken.kind === ts.SyntaxKind.PlusToken))
  );
}

function brandCast(node, path) {
  if (!ts.isAsExpression(node)) return null;
  const name = node.type.getText();
  return BRANDS.has(name) && !MAKERS[name].test(path) ? name : null;
}

function isDoubleCast(node) {
  return (
    ts.isAsExpression(node) &&
    ts.isAsExpression(node.expression) &&
    node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
  );
}

const isSynchronize = (node) =>
  ts.isPropertyAssignment(node) &&
  node.name.getText() === 'synchronize' &&
  node.initializer.kind === ts.SyntaxKind.TrueKeyword;

function offencesAt(node, path) {
  const found = [];
  const say = (rule, reason) => found.push({ rule, reason });
  const server = isServer(path) && !isTest(path);
  if (server && path !== CLOCK && (isDateNow(node) || isNewDate(node)))
    say('one-clock', `the time is read in ${CLOCK} only; take the Clock as an argument`);
  if (server && path !== CONFIG && isEnvironment(node))
    say('one-config', `the environment is read in ${CONFIG} only`);
  if (server && isBuiltSql(node) && !DDL.test(path))
    say('no-built-sql', 'SQL takes parameters ($1, $2, …) and is never built from strings');
  if (isSynchronize(node)) say('no-synchronize', 'the schema changes by migrations only');
  const brand = server ? brandCast(node, path) : null;
  if (brand) say('no-brand-cast', `${brand} is made by its own functions, never by "as ${brand}"`);
  if (server && isDoubleCast(node)) say('no-double-cast', '"as unknown as" switches the types off');
  return found;
}

function mockedOwnCode(node) {
  if (!ts.isCallExpression(node)) return false;
  const [target] = node.arguments;
  return (
    /^jest\.(mock|doMock|unstable_mockModule)$/.test(node.expression.getText()) &&
    target !== undefined &&
    ts.isStringLiteralLike(target) &&
    /^(@cho40\/|\.)/.test(target.text)
  );
}

export function syntaxFence(tree) {
  const files = tree.files.filter(isTypeScript);
  const offences = [];
  for (const path of files) {
    const source = tree.source(path);
    visit(source, (node) => {
      for (const offence of offencesAt(node, path))
        offences.push({ file: path, line: lineOf(source, node), ...offence });
      if (mockedOwnCode(node))
        offences.push({
          file: path,
          line: lineOf(source, node),
          rule: 'no-own-mocks',
          reason: 'we do not mock our own code',
        });
    });
  }
  return { looked: files.length, offences };
}
