import {
  NotFoundException,
  PayloadTooLargeException,
  ServiceUnavailableException,
} from '@nestjs/common';
import { platformError } from '../errors';
import { problemOf } from './problem';

describe('what a caller is told of a failure', () => {
  const cases: [string, unknown, number, string][] = [
    ['a refusal', platformError('idempotencyKeyReused'), 409, 'platform.idempotencyKeyReused'],
    ['nobody signed in', platformError('signInFirst'), 401, 'platform.signInFirst'],
    ['an unknown address', new NotFoundException(), 404, 'platform.notFound'],
    ['too large a body', new PayloadTooLargeException(), 413, 'platform.bodyTooLarge'],
    ['a lock held too long', Object.assign(new Error(), { code: '55P03' }), 503, 'platform.busy'],
    ['a full disk', Object.assign(new Error(), { code: '53100' }), 507, 'platform.diskFull'],
    [
      'a database that went away',
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      503,
      'platform.databaseUnreachable',
    ],
    [
      'a statement after the one that noticed',
      new Error('Query runner already released. Cannot run queries anymore.'),
      503,
      'platform.databaseUnreachable',
    ],
    [
      'a sign no text may hold',
      Object.assign(new Error(), { code: '22021' }),
      400,
      'platform.bodyMalformed',
    ],
    ['health', new ServiceUnavailableException(), 503, 'platform.databaseUnreachable'],
    ['a bug', new TypeError('Nguyễn Thị Hoa is not a function'), 500, 'platform.broken'],
  ];
  it.each(cases)('%s', (_, error, status, code) => {
    expect(problemOf(error)).toMatchObject({ status, code });
  });

  it('never repeats a bug’s message', () => {
    expect(JSON.stringify(problemOf(new TypeError('Nguyễn Thị Hoa')))).not.toContain('Hoa');
  });
});
