const { dirname, join } = require('node:path');
const { ModuleMocker } = require('jest-mock');

// What packages remember of the classes they were told of, for as long as they live. (TypeORM and
// class-validator keep theirs on the global object.)
const transformed = require('class-transformer/cjs/storage').defaultMetadataStorage;
const nestTypeOrm = dirname(require.resolve('@nestjs/typeorm'));
const entities = require(join(nestTypeOrm, 'entities-metadata.storage.js')).EntitiesMetadataStorage
  .storage;

// Where jest-circus finds its listeners. Each suite has a jest-circus of its own.
const LISTENERS = Symbol.for('EVENT_HANDLERS');

/**
 * A suite runs in the worker's own realm, so that it and the packages it shares with other suites
 * (shared-packages.cjs) mean the same `Date`, `Error` and `Array`. What it leaves on the global object
 * ends with it, and so do the classes it told packages of.
 */
module.exports = class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  found = Object.getOwnPropertyDescriptors(globalThis);
  exit = process.exit;

  exportConditions() {
    return ['node', 'node-addons'];
  }

  // Asked for and not used: shared-packages.cjs compiles for the realm it stands in.
  getVmContext() {
    return globalThis;
  }

  async setup() {
    delete globalThis[LISTENERS];
  }

  async teardown() {
    process.exit = this.exit;
    for (const name of Reflect.ownKeys(globalThis))
      if (!(name in this.found)) Reflect.deleteProperty(globalThis, name);
    for (const name of Reflect.ownKeys(this.found))
      if (this.found[name].configurable) Object.defineProperty(globalThis, name, this.found[name]);
    transformed.clear();
    entities.clear();
  }
};
