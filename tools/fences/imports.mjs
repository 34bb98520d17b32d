// Who may import whom: dependency-cruiser with rules made from architecture.mjs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const FACE = '^libs/[^/]+/src/index\\.ts$';
const SPEC = '\\.(db-|e2e-)?spec\\.ts$';
// What several specs of a lib stand on.
const SET_UP = '^libs/.+/test/';

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const rulesOf = (libs, serverApps, webApps) => [
  ...rulesOfFaces(serverApps),
  ...rulesOfPrograms(webApps),
  ...rulesOfList(libs),
  ...rulesOfPurity(),
  error(
    'no-circular',
    'a cycle of imports',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  error(
    'not-to-spec',
    'nothing imports a test or what specs stand on, but a bench what test/support generates',
    { pathNot: [SPEC, SET_UP, '^test/', '^bench/'] },
    { path: [SPEC, SET_UP, '^test/'] },
  ),
  error('resolvable', 'the import leads nowhere', {}, { couldNotResolve: true }),
];

function rulesOfFaces(serverApps) {
  return [
    error(
      'face-only',
      'another lib only through its face, index.ts',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', FACE] },
    ),
    error(
      'face-only-for-apps',
      'an app uses a lib only through its face, index.ts',
      // Jest's global set-up starts PostgreSQL before any Nest code is loaded.
      {
        path: `^(apps/(${serverApps.join('|')})|bench|test)/`,
        pathNot: '^test/support/(global-setup|template)\\.ts$',
      },
      { path: '^libs/', pathNot: FACE },
    ),
  ];
}

function rulesOfPrograms(webApps) {
  return [
    error(
      'libs-not-apps',
      'a lib knows no program',
      { path: '^libs/', pathNot: SPEC },
      { path: '^apps/' },
    ),
    error(
      'apps-not-apps',
      'a program knows no other program',
      { path: '^apps/([^/]+)/', pathNot: SPEC },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    error(
      'web-not-server',
      'a web app sees only generated API types',
      { path: `^apps/(${webApps.join('|')})/` },
      { path: '^libs/' },
    ),
  ];
}

function rulesOfList(libs) {
  const perLib = Object.entries(libs).map(([lib, uses]) =>
    error(
      `uses-of-${lib}`,
      `${lib} may use only ${uses.join(', ') || 'nothing'} (architecture.mjs)`,
      { path: `^libs/${lib}/`, pathNot: SPEC },
      { path: '^libs/', pathNot: `^libs/(${[lib, ...uses].join('|')})/` },
    ),
  );
  const inList = error(
    'lib-in-list',
    'every lib stands in architecture.mjs',
    { path: '^libs/', pathNot: `^libs/(${Object.keys(libs).join('|')})/` },
    {},
  );
  return [inList, ...perLib];
}

function rulesOfPurity() {
  return [
    error(
      'pure-domain',
      'domain/ imports only its own domain/ and the kernel: no Nest, TypeORM, Node or shell',
      { path: '^libs/([^/]+)/src/domain/', pathNot: SPEC },
      { pathNot: ['^libs/$1/src/domain/', '^libs/kernel/src/index\\.ts$'] },
    ),
    error(
      'pure-kernel',
      'the kernel imports nothing but itself',
      { path: '^libs/kernel/src/', pathNot: SPEC },
      { pathNot: '^libs/kernel/src/' },
    ),
  ];
}

export async function importFence(tree) {
  const list = await import(pathToFileURL(join(tree.root, 'architecture.mjs')).href);
  const started = process.cwd();
  process.chdir(tree.root);
  try {
    const folders = ['libs', 'apps', 'test', 'bench'].filter((folder) => existsSync(folder));
    const result = await cruise(
      folders,
      {
        ruleSet: { forbidden: rulesOf(list.libs, list.serverApps, list.webApps) },
        validate: true,
        doNotFollow: { path: 'node_modules' },
        exclude: { path: '(^|/)(dist|node_modules/.*/node_modules)/|\\.css|virtual:' },
        tsPreCompilationDeps: true,
        tsConfig: { fileName: 'tsconfig.json' },
        enhancedResolveOptions: {
          exportsFields: ['exports'],
          conditionNames: ['import', 'require', 'node', 'default', 'types'],
          extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.cjs'],
        },
      },
      undefined,
      { tsConfig: extractTSConfig('tsconfig.json') },
    );
    return {
      looked: result.output.modules.filter((each) => /^(libs|apps)\//.test(each.source)).length,
      offences: result.output.summary.violations.map((violation) => ({
        file: violation.from,
        rule: violation.rule.name,
        reason: `${violation.comment ?? violation.rule.name}: ${violation.to}`,
      })),
    };
  } finally {
    process.chdir(started);
  }
}
