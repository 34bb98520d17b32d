import { ROLES, type BusinessDate, type Id, type Role } from '@cho40/kernel';
import { IsDay, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SCOPE_KINDS, type ScopeKind } from '../domain/grant';

export class UserQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ enum: ['displayName', 'username'], default: 'displayName' })
  @IsOptional()
  @IsIn(['displayName', 'username'])
  override sort?: string;
}

export class NewGrantDto {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;

  @ApiProperty({ enum: SCOPE_KINDS })
  @IsIn(SCOPE_KINDS)
  scopeKind: ScopeKind;

  @ApiProperty({ description: 'the id of a board, a market or an administrative unit' })
  @IsString()
  @MaxLength(60)
  scopeId: string;

  @ApiPropertyOptional({ format: 'date', description: 'by default today' })
  @IsOptional()
  @IsDay()
  validFrom?: BusinessDate;

  @ApiPropertyOptional({ format: 'date', description: 'the last day; by default none' })
  @IsOptional()
  @IsDay()
  validTo?: BusinessDate;
}

export class EndGrantDto {
  @ApiProperty({ format: 'date', description: 'its last day; one in the past ends it at once' })
  @IsDay()
  on: BusinessDate;
}

export class NewUserDto {
  @ApiProperty({ pattern: '^[a-z0-9._-]{3,40}$' })
  @Matches(/^[a-z0-9._-]{3,40}$/)
  username: string;

  @ApiProperty({ minLength: 2, maxLength: 100 })
  @IsString()
  @Length(2, 100)
  displayName: string;

  @ApiProperty({ description: 'the first password, to be changed by its owner' })
  @IsString()
  @MaxLength(200)
  password: string;

  @ApiProperty({ type: [NewGrantDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NewGrantDto)
  grants: NewGrantDto[];
}

export class GrantDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ enum: SCOPE_KINDS })
  scopeKind: ScopeKind;

  @ApiProperty()
  scopeId: string;

  @ApiProperty({ nullable: true, type: String, description: 'null where it is not yours to see' })
  scopeName: string | null;

  @ApiProperty({ format: 'date' })
  validFrom: BusinessDate;

  @ApiProperty({ format: 'date', nullable: true, type: String })
  validTo: BusinessDate | null;

  @ApiProperty({ format: 'date-time', nullable: true, type: Date })
  endedAt: Date | null;
}

export class UserDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty()
  username: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: Date })
  disabledAt: Date | null;

  @ApiProperty({ type: [GrantDto] })
  grants: GrantDto[];
}

export class UserPageDto extends pageDto(UserDto) {}

export class NewPasswordDto {
  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString()
  @MaxLength(200)
  password: string;
}
