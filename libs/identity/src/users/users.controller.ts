import type { Id } from '@cho40/kernel';
import { Can, CurrentActor, Database, IdParam, ListFile, type Actor } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Grants } from './grants.service';
import { userColumns } from './user-columns';
import {
  EndGrantDto,
  NewGrantDto,
  NewPasswordDto,
  NewUserDto,
  UserDto,
  UserPageDto,
  UserQueryDto,
} from './user.dto';
import { Users } from './users.service';

@ApiTags('users')
@Controller('users')
@Can('users.manage')
export class UsersController {
  constructor(
    private readonly db: Database,
    private readonly users: Users,
    private readonly grants: Grants,
  ) {}

  @Get()
  @ListFile<UserDto>('Người dùng', userColumns)
  @ApiOkResponse({ type: UserPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: UserQueryDto): Promise<UserPageDto> {
    return this.db.read(actor, (tx) => this.users.page(tx, query));
  }

  @Get(':id')
  @ApiOkResponse({ type: UserDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<UserDto> {
    return this.db.read(actor, (tx) => this.users.get(tx, id));
  }

  @Post()
  @ApiCreatedResponse({ type: UserDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewUserDto): Promise<UserDto> {
    return this.db.write(actor, async (tx) => {
      const { id } = await this.users.create(tx, body);
      return this.users.get(tx, id);
    });
  }

  @Post(':id/grants')
  @ApiCreatedResponse({ type: UserDto })
  give(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewGrantDto,
  ): Promise<UserDto> {
    return this.db.write(actor, async (tx) => {
      await this.users.get(tx, id);
      await this.grants.give(tx, id, body);
      return this.users.get(tx, id);
    });
  }

  @Post(':id/grants/:grantId/end')
  @HttpCode(200)
  @ApiOkResponse({ type: UserDto })
  end(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @IdParam('grantId') grantId: Id,
    @Body() { on }: EndGrantDto,
  ): Promise<UserDto> {
    return this.db.write(actor, async (tx) => {
      await this.users.get(tx, id);
      await this.grants.end(tx, id, grantId, on);
      return this.users.get(tx, id);
    });
  }

  @Post(':id/disable')
  @HttpCode(204)
  @ApiNoContentResponse()
  disable(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<void> {
    return this.db.write(actor, (tx) => this.users.disable(tx, id));
  }

  @Post(':id/password')
  @HttpCode(204)
  @ApiNoContentResponse()
  resetPassword(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { password }: NewPasswordDto,
  ): Promise<void> {
    return this.db.write(actor, (tx) => this.users.resetPassword(tx, id, password));
  }
}
