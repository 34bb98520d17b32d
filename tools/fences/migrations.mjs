// What every migration must keep: row-level security, foreign keys down the list, guards.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Rows of a board that must be found before a scope is known; ids only, each with its reason in the
// migration. Everything else with a board_id is protected.
const OUTSIDE = new Set([
  'platform.job',
  'platform.violation',
  'platform.check_result',
  'platform.board_change',
  'markets.board_registry',
  'markets.market_registry',
  'banking.feed_registry',
  'billing.code_prefix',
  'cash.check_code',
]);
// What happened is never edited (design/architecture.md).
const APPEND_ONLY = [
  'platform.audit',
  'ledger.transfer',
  'tenancy.lease_end',
  'markets.stall_state',
  'markets.stall_succession',
  'banking.statement',
  'banking.bank_record',
  'banking.sighting',
  'banking.confirmation',
  'billing.bill_run',
  'billing.payment_code',
  'billing.allocation',
  'billing.debt_paper',
  'tariffs.decision_price',
  'movein.opening',
  'movein.vendor_code',
  'reconciliation.decision',
  'cash.receipt',
  'cash.hand_in',
  'cash.payment_receipt',
  'billing.refund_part',
  'cash.ceiling',
  'cash.difference_act',
  'cash.deposit',
  'cash.deposit_return',
  'cash.safe_count',
  'cards.fee_card',
  'cards.revocation',
];

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

/** Each `create table schema.name ( … )` with its body, up to the closing line. */
function tablesOf(text) {
  return [
    ...text.matchAll(/create table (?:if not exists )?(\w+)\.(\w+) \(([\s\S]*?)\n?\)[^()]*?;/g),
  ].map((match) => ({
    schema: match[1],
    name: `${match[1]}.${match[2]}`,
    body: match[3],
    index: match.index,
  }));
}

function tableOffences(tables, all, libs) {
  const found = [];
  const schemas = Object.keys(libs);
  for (const { file, schema, name, body, line } of tables) {
    const say = (rule, reason) => found.push({ file, line, rule, reason });
    if (!schemas.includes(schema)) say('schema-per-lib', `${schema} is no lib of architecture.mjs`);
    const isProtected = all.includes(`call platform.protect_board_table('${name}')`);
    if (/^\s*board_id uuid/m.test(body) && !isProtected && !OUTSIDE.has(name))
      say('board-table-protected', `${name} has a board_id and no row-level security`);
    for (const [, target] of body.matchAll(/references (\w+)\./g)) {
      if (target === schema || libs[schema]?.includes(target)) continue;
      say('foreign-key-down', `${name} refers to ${target}, which ${schema} may not use`);
    }
    if (/\b(real|double precision|money)\b|float[48]/.test(body))
      say('no-float-money', `${name} keeps a floating number: money is bigint, quantities numeric`);
    if (/\btimestamp\b(?!tz)/.test(body) && !/timestamptz/.test(body))
      say('instants-have-zones', `${name} keeps a time without its zone`);
  }
  return found;
}

export async function migrationFence(tree) {
  const { libs } = await import(pathToFileURL(join(tree.root, 'architecture.mjs')).href);
  const files = tree.files.filter((path) => /^migrations\/\d{4}-.*\.sql$/.test(path));
  const all = files.map((file) => tree.text(file)).join('\n');
  const tables = files.flatMap((file) => {
    const text = tree.text(file);
    return tablesOf(text).map((table) => ({ file, line: lineAt(text, table.index), ...table }));
  });
  const offences = tableOffences(tables, all, libs);
  const made = new Set(tables.map((table) => table.name));
  for (const name of APPEND_ONLY) {
    if (!made.has(name) || all.includes(`call platform.make_append_only('${name}')`)) continue;
    offences.push({
      file: 'migrations',
      rule: 'append-only',
      reason: `${name} has no append-only guard`,
    });
  }
  for (const file of files) {
    const text = tree.text(file);
    for (const match of text.matchAll(/security definer(?! set search_path)/g))
      offences.push({
        file,
        line: lineAt(text, match.index),
        rule: 'definer-fixes-path',
        reason: 'a definer function fixes its search_path',
      });
  }
  return { looked: tables.length, offences };
}
