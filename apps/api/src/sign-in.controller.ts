import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { returnAddress, setSessionCookie, SignIns } from '@cho40/identity';
import { platformError, Public } from '@cho40/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './pages/locale';
import { signInPage, type SignInPage } from './pages/sign-in.page';
import { SignInDto, SignInQueryDto } from './sign-in.dto';

/** The one page that the api draws: plain HTML, so that it opens on any phone and any line. */
@ApiExcludeController()
@Controller('sign-in')
export class SignInController {
  constructor(private readonly signIns: SignIns) {}

  @Get()
  @Public()
  page(
    @Req() request: FastifyRequest,
    @Query() { next, lang }: SignInQueryDto,
    @Res() reply: FastifyReply,
  ): void {
    send(reply, 200, { locale: localeOf(request, lang), next: returnAddress(next) });
  }

  @Post()
  @Public()
  async signIn(
    @Req() request: FastifyRequest,
    @Body() form: SignInDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Nobody is signed in by somebody else's page.
    if (request.headers['sec-fetch-site'] === 'cross-site') throw platformError('notAllowed');
    const next = returnAddress(form.next);
    const outcome = await this.signIns.signIn(form.username, form.password);
    const page = { locale: localeOf(request), next, username: form.username };
    switch (outcome.kind) {
      case 'signedIn':
        setSessionCookie(request, reply, outcome.session);
        void reply.redirect(next, 303);
        return;
      case 'refused':
        return send(reply, 401, { ...page, problem: 'refused' });
      case 'wait':
        return send(reply, 429, { ...page, problem: { waitMinutes: outcome.minutes } });
    }
  }
}

function send(reply: FastifyReply, status: number, page: SignInPage): void {
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(signInPage(page));
}
