const { createRequire, isBuiltin } = require('node:module');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

// Of one worker: a file's code is compiled once, and run afresh for each suite that loads it.
const compiled = new Map();

// Jest hands out its own things, and moduleNameMapper (jest.config.mjs) names our libs.
const isPackage = (name) => !/^(\.|\/|@cho40\/|@jest\/)/.test(name) && !isBuiltin(name);

/**
 * Jest's own runtime loads every package anew for every suite: 1,900 modules, two seconds. Here
 * packages come from Node's loader, once per worker and as the program itself loads them, ES modules
 * too; our own modules stay each suite's own. See docs/adr/0056.
 */
module.exports = class SharedPackages extends Runtime {
  constructor(...all) {
    super(...all);
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
    return isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }
};
