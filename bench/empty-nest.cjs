// The smallest NestJS application that answers: what bench/start.bench.mjs compares with.
require('reflect-metadata');
const { Module } = require('@nestjs/common');
const { NestFactory } = require('@nestjs/core');
const { FastifyAdapter } = require('@nestjs/platform-fastify');

class EmptyModule {}
Module({})(EmptyModule);

const [port] = process.argv.slice(2);
void NestFactory.create(EmptyModule, new FastifyAdapter(), { logger: false }).then((app) => {
  app
    .getHttpAdapter()
    .getInstance()
    .get('/health/ready', () => 'ready');
  return app.listen(Number(port), '127.0.0.1');
});
