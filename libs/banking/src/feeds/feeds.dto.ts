import type { Id } from '@cho40/kernel';
import { IsId, IsLine, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PullDto } from './pull/pulls.dto';
import { AUTHS, type FeedAuth, type Provider, PROVIDERS } from './providers';

export class NewFeedDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiProperty({
    enum: AUTHS,
    description: 'hmac: signed, credited at once; api-key: credited when a statement confirms it',
  })
  @IsIn(AUTHS)
  auth: FeedAuth;

  @ApiPropertyOptional({ enum: PROVIDERS, description: 'sepay without it' })
  @IsOptional()
  @IsIn(PROVIDERS)
  provider: Provider = 'sepay';

  @ApiPropertyOptional({ format: 'uuid', description: 'for `generic`: the one account it is of' })
  @IsOptional()
  @IsId()
  accountId?: Id;

  @ApiPropertyOptional({ description: 'for `casso` and `payos`, which make the secret themselves' })
  @IsOptional()
  @IsLine(8, 200)
  secret?: string;
}

export class RotatedFeedDto {
  @ApiPropertyOptional({ description: 'for `casso` and `payos`: their new secret' })
  @IsOptional()
  @IsLine(8, 200)
  secret?: string;
}

export class FeedSecretDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'the path under this address that the provider sends to' })
  url: string;

  @ApiProperty({ type: String, nullable: true, description: 'ours, shown this once; null: theirs' })
  secret: string | null;
}

export class FeedDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ enum: PROVIDERS })
  provider: Provider;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'its one account' })
  accountId: string | null;

  @ApiProperty({ enum: AUTHS })
  auth: FeedAuth;

  @ApiProperty()
  url: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'until when the secret before the rotation is valid',
  })
  previousUntil: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastDeliveryAt: Date | null;
}

export class FeedWithPullDto extends FeedDto {
  @ApiProperty({ type: PullDto, nullable: true, description: 'where the provider is asked too' })
  pull: PullDto | null;

  @ApiProperty({ description: 'whether it can be asked at all' })
  isAskable: boolean;
}

export class FeedPageDto extends pageDto(FeedWithPullDto) {}

export class DeliveryAnswerDto {
  @ApiProperty()
  success: boolean;
}
