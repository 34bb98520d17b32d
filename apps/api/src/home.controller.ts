import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type ActingRequest, Public } from '@cho40/platform';
import type { FastifyReply } from 'fastify';

@ApiExcludeController()
@Controller()
export class HomeController {
  /** The address people type: on to their work, or to the sign-in page. */
  @Get()
  @Public()
  home(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    void reply.redirect(request.actor ? '/app/' : '/sign-in', 303);
  }
}
