import { PERMISSIONS, ROLES, type Id, type Permission, type Role } from '@cho40/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { SCOPE_KINDS, type ScopeKind } from '../domain/grant';

export class SessionUserDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  username: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ enum: ['vi', 'en'] })
  locale: 'vi' | 'en';
}

export class SessionRoleDto {
  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ enum: SCOPE_KINDS })
  scopeKind: ScopeKind;

  @ApiProperty({ nullable: true, type: String })
  scopeName: string | null;
}

export class SessionBoardDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  name: string;
}

export class SessionMarketDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  boardId: Id;

  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;
}

/** Who is signed in and how far they reach; `user` is null when nobody is. */
export class SessionDto {
  @ApiProperty({ type: SessionUserDto, nullable: true })
  user: SessionUserDto | null;

  @ApiProperty({ description: 'goes back in the header X-CSRF-Token of every write' })
  csrfToken: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  permissions: Permission[];

  @ApiProperty({ type: [SessionRoleDto] })
  roles: SessionRoleDto[];

  @ApiProperty({ type: [SessionBoardDto] })
  boards: SessionBoardDto[];

  @ApiProperty({ type: [SessionMarketDto] })
  markets: SessionMarketDto[];
}

export class LocaleDto {
  @ApiProperty({ enum: ['vi', 'en'] })
  @IsIn(['vi', 'en'])
  locale: 'vi' | 'en';
}

export class PasswordChangeDto {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  old: string;

  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString()
  @MaxLength(200)
  new: string;
}
