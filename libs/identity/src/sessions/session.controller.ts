import { invariant } from '@cho40/kernel';
import {
  Database,
  Public,
  SignedIn,
  SYSTEM_BOARD,
  type Actor,
  type Reading,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { permissionsOf } from '../domain/grant';
import { Users } from '../users/users.service';
import { setSessionCookie, tokenOf } from './cookie';
import { LocaleDto, PasswordChangeDto, SessionDto } from './session.dto';
import type { SessionRequest } from './session.guard';
import { boardsOf, marketsOf, unitNames } from './session.queries';
import { Sessions, type Session } from './sessions.service';

const NOBODY: SessionDto = {
  user: null,
  csrfToken: '',
  permissions: [],
  roles: [],
  boards: [],
  markets: [],
};

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly users: Users,
  ) {}

  /** Who is asking; also answers when nobody is signed in. */
  @Get()
  @Public()
  @ApiOkResponse({ type: SessionDto })
  async session(@Req() request: SessionRequest): Promise<SessionDto> {
    const { session, actor } = request;
    if (!session || !actor) return NOBODY;
    return this.db.read(actor, (tx) => sessionDto(tx, session));
  }

  @Patch()
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async setLocale(@Req() request: SessionRequest, @Body() { locale }: LocaleDto): Promise<void> {
    const self = selfOf(request);
    await this.db.write(self, (tx) => this.users.setLocale(tx, self.userId, locale));
  }

  /** Every session of the person ends; the browser that asked gets a new one. */
  @Post('password')
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePassword(
    @Req() request: SessionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() change: PasswordChangeDto,
  ): Promise<void> {
    const self = selfOf(request);
    const started = await this.db.write(self, async (tx) => {
      await this.users.changePassword(tx, self.userId, change);
      return this.sessions.start(tx, self.userId);
    });
    setSessionCookie(request, reply, started);
  }

  @Post('end')
  @SignedIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @Req() request: SessionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.db.write(selfOf(request), (tx) => this.sessions.end(tx, token));
    setSessionCookie(request, reply, null);
  }
}

/** Somebody acting on themselves: no board is needed but the one of the system's own acts. */
function selfOf({ actor }: SessionRequest): Actor & { userId: NonNullable<Actor['userId']> } {
  const userId = actor?.userId;
  invariant(actor !== undefined && !!userId, 'a signed-in route without a person');
  return { ...actor, userId, boards: [SYSTEM_BOARD] };
}

async function sessionDto(tx: Reading, session: Session): Promise<SessionDto> {
  const [boards, markets] = [await boardsOf(tx), await marketsOf(tx)];
  const units = await unitNames(tx, session.grants);
  const nameOf = (scopeId: string) =>
    [...boards, ...markets].find(({ id }) => id === scopeId)?.name ?? units.get(scopeId) ?? null;
  const { userId: id, username, displayName, locale, csrfToken, grants } = session;
  return {
    user: { id, username, displayName, locale },
    csrfToken,
    permissions: [...permissionsOf(grants)],
    roles: grants.map(({ role, scopeKind, scopeId }) => ({
      role,
      scopeKind,
      scopeName: nameOf(scopeId),
    })),
    boards,
    markets,
  };
}
