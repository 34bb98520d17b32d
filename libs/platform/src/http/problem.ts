import { HttpException, HttpStatus } from '@nestjs/common';
import { CodedError, type Facts, type RefusalKind } from '@cho40/kernel';
import { codeOf, isDatabaseLost, isDiskFull } from '../database/lost';

/** RFC 9457's body; the web app has a sentence in both languages for every code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;
}

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: HttpStatus.BAD_REQUEST,
  'not-found': HttpStatus.NOT_FOUND,
  conflict: HttpStatus.CONFLICT,
  forbidden: HttpStatus.FORBIDDEN,
};

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'platform.signInFirst': HttpStatus.UNAUTHORIZED,
  'platform.signatureBad': HttpStatus.UNAUTHORIZED,
  'platform.bodyTooLarge': HttpStatus.PAYLOAD_TOO_LARGE,
  'platform.tooManyRequests': HttpStatus.TOO_MANY_REQUESTS,
};

const TITLE: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'It is not known who asks',
  403: 'Not allowed',
  404: 'Not found',
  409: 'It conflicts with what stands',
  413: 'The request is too large',
  429: 'Too many requests',
  503: 'Not available just now',
  507: 'No room left',
};

// What Nest and Fastify refuse before a controller is asked.
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  404: 'platform.notFound',
  413: 'platform.bodyTooLarge',
  415: 'platform.bodyMalformed',
  429: 'platform.tooManyRequests',
};

// A lock or statement that took too long: nothing is wrong with the request.
const BUSY = /^(55P03|57014|25P03)$/;
// A sign that no text may hold (NUL).
const UNREADABLE = '22021';

function problem(status: number, code: string, facts: Facts = {}): Problem {
  const title = TITLE[status] ?? 'The program failed';
  return { type: `urn:cho40:problem:${code}`, title, status, code, facts };
}

function ofRefusal({ kind, code, facts }: CodedError): Problem {
  return problem(STATUS_OF_CODE[code] ?? STATUS[kind], code, facts);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const hasStatus = typeof error === 'object' && error !== null && 'statusCode' in error;
  return hasStatus && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** What the caller is told; a bug becomes `platform.broken`, whose cause stands in the log only. */
export function problemOf(error: unknown): Problem {
  if (error instanceof CodedError) return ofRefusal(error);
  const status = statusOf(error);
  if (status !== undefined && status < 500)
    return problem(status, CODE_OF_STATUS[status] ?? 'platform.bodyMalformed');
  if (codeOf(error) === UNREADABLE)
    return problem(HttpStatus.BAD_REQUEST, 'platform.bodyMalformed');
  if (status === HttpStatus.SERVICE_UNAVAILABLE || isDatabaseLost(error))
    return problem(HttpStatus.SERVICE_UNAVAILABLE, 'platform.databaseUnreachable');
  if (BUSY.test(codeOf(error))) return problem(HttpStatus.SERVICE_UNAVAILABLE, 'platform.busy');
  if (isDiskFull(error)) return problem(HttpStatus.INSUFFICIENT_STORAGE, 'platform.diskFull');
  return problem(HttpStatus.INTERNAL_SERVER_ERROR, 'platform.broken');
}
