const Module = require('node:module');
const { join } = require('node:path');
const { transformFileSync } = require('@swc/core');

const libs = join(__dirname, '../../libs');
const options = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
};

require.extensions['.ts'] = (module, file) =>
  module._compile(transformFileSync(file, options).code, file);

const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => {
  const [, lib] = /^@cho40\/([^/]+)$/.exec(name) ?? [];
  return resolve(lib ? join(libs, lib, 'src/index.ts') : name, ...rest);
};
