import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Once } from '../database/database';
import { platformError } from '../errors';

const KEY = /^[\x21-\x7e]{8,200}$/;

function onceOf(request: FastifyRequest): Once {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw platformError('idempotencyKeyMissing');
  // The parameters belong to the request as much as its body: the bill of another market is another.
  const { method, params, body } = request;
  return { key, route: `${method} ${request.routeOptions.url}`, body: { params, body } };
}

/** The request's `Once`, from its header Idempotency-Key (8 to 200 signs); without it: refused. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  onceOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
