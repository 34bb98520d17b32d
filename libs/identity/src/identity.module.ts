import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { People, Schedules } from '@cho40/platform';
import { RouteRights } from './route-rights';
import { SessionController } from './sessions/session.controller';
import { SessionGuard } from './sessions/session.guard';
import { Sessions } from './sessions/sessions.service';
import { SignIns } from './sessions/sign-ins.service';
import { AppUser } from './users/app-user.entity';
import { DemoSignIns } from './users/demo-sign-ins.service';
import { Grants } from './users/grants.service';
import { UsersController } from './users/users.controller';
import { Users } from './users/users.service';

export const identityEntities = [AppUser];

@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature(identityEntities)],
  controllers: [SessionController, UsersController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    DemoSignIns,
    Grants,
    RouteRights,
    Sessions,
    SignIns,
    Users,
  ],
  exports: [DemoSignIns, Grants, RouteRights, SignIns, Users],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly people: People,
    private readonly users: Users,
    private readonly schedules: Schedules,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.people.register((tx, ids) => this.users.names(tx, ids));
    this.schedules.register({
      name: 'identity.putAway',
      rhythm: { kind: 'daily', at: '03:40' },
      run: () => this.sessions.putAway(),
    });
  }
}
