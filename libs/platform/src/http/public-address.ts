import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PLATFORM_OPTIONS, type PlatformOptions } from '../options';

/** Where people outside find the program: what stands in codes on paper. */
@Injectable()
export class PublicAddress {
  constructor(@Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions) {}

  /** `https://cho.example.gov.vn`: PUBLIC_ADDRESS, or where the request itself was sent to. */
  of(request: FastifyRequest): string {
    return this.options.publicAddress ?? `${request.protocol}://${request.host}`;
  }
}
