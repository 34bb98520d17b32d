const { createRequire, isBuiltin } = require('node:module');
const { statSync } = require('node:fs');
const { dirname } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

// Of one worker: a file of ours is looked for, read and compiled once, and run afresh for each suite
// that loads it.
const packages = new Map();
const found = new Map();
const read = new Map();
const compiled = new Map();

// Jest hands out its own things, and moduleNameMapper (jest.config.mjs) names our libs.
const isOwn = (name) => /^(\.|\/|@cho40\/)/.test(name);
const isPackage = (name) => !isOwn(name) && !name.startsWith('@jest/') && !isBuiltin(name);

/**
 * Jest's own runtime loads every package anew for every suite: 1,900 modules, two seconds. Here
 * packages come from Node's loader, once per worker and as the program itself loads them, ES modules
 * too; our own modules stay each suite's own. See docs/adr/0056.
 */
module.exports = class SharedPackages extends Runtime {
  constructor(config, environment, resolver, ...rest) {
    super(config, environment, resolver, ...rest);
    this.resolver = resolver;
    rememberTransforms(this.transformCache);
    const parameters = this.executor.injectedModuleParameters;
    this.executor.compile = (source, filename) => {
      const known = compiled.get(filename);
      if (known?.source === source) return known.run;
      const run = compileFunction(source, parameters, { filename });
      compiled.set(filename, { source, run });
      return run;
    };
  }

  requireModuleOrMock(from, name) {
    const key = `${dirname(from)}\0${name}`;
    if (isPackage(name)) return once(packages, key, () => createRequire(from)(name));
    // There are no mocks of our own code (a fence sees to it), so none is asked for.
    if (isOwn(name))
      return this.requireModule(once(found, key, () => this.resolver.resolveModule(from, name)));
    return super.requireModuleOrMock(from, name);
  }
};

function once(known, key, make) {
  if (!known.has(key)) known.set(key, make());
  return known.get(key);
}

// Whoever watches changes files while a worker lives.
function rememberTransforms(cache) {
  const transform = cache.transform.bind(cache);
  cache.transform = (filename, options) => {
    const { mtimeMs } = statSync(filename);
    const known = read.get(filename);
    if (known?.mtimeMs !== mtimeMs) {
      const code = transform(filename, options);
      read.set(filename, { mtimeMs, code, file: cache.getEntries().get(filename) });
      return code;
    }
    // Where stack traces find the lines that were written.
    if (known.file) cache.getEntries().set(filename, known.file);
    if (known.file?.sourceMapPath) cache.getSourceMaps().set(filename, known.file.sourceMapPath);
    return known.code;
  };
}
