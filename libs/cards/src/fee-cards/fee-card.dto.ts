import { CARD_FORMATS, type CardFormat, type Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional } from 'class-validator';
import {
  CARD_REASONS,
  CARD_STATES,
  OUTDATED_BY,
  type CardReason,
  type CardState,
  type OutdatedBy,
} from '../domain/card-reason';

/** How a stall stands with its cards: its best one, of whatever format. */
export const STALL_CARD_STATES = ['none', 'valid', 'outdated', 'revoked'] as const;
export type StallCardState = (typeof STALL_CARD_STATES)[number];
const SORTED = ['place', 'zone', 'state', 'printedAt'] as const;
const SORTS = SORTED.flatMap((name) => [name, `-${name}`] as const);

export class StallCardQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'with the zones inside it' })
  @IsOptional()
  @IsId()
  zoneId?: Id;

  @ApiPropertyOptional({ enum: STALL_CARD_STATES })
  @IsOptional()
  @IsIn(STALL_CARD_STATES)
  state?: StallCardState;

  @ApiPropertyOptional({ enum: SORTS, default: 'place', description: 'place: in walking order' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

export class StallCardDto {
  @ApiProperty({ format: 'uuid' })
  stallId: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  zoneName: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: nobody leases it today' })
  vendorName: string | null;

  @ApiProperty({ enum: STALL_CARD_STATES })
  state: StallCardState;

  @ApiProperty({ enum: OUTDATED_BY, nullable: true })
  why: OutdatedBy | null;

  @ApiProperty({ enum: CARD_FORMATS, isArray: true, description: 'of the cards in that state' })
  formats: CardFormat[];

  @ApiProperty({ type: 'integer', nullable: true, description: 'the latest in that state' })
  serial: number | null;

  @ApiProperty({ type: Date, nullable: true })
  printedAt: Date | null;
}

export class StallCardPageDto extends pageDto(StallCardDto) {}

/** What the stall map is told of each stall. */
export class CardStandingDto {
  @ApiProperty({ format: 'uuid' })
  stallId: Id;

  @ApiProperty({ enum: STALL_CARD_STATES })
  state: StallCardState;
}

export class FeeCardDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ type: 'integer', description: 'without gaps in its board' })
  serial: number;

  @ApiProperty({ enum: CARD_FORMATS })
  format: CardFormat;

  @ApiProperty({ enum: CARD_STATES })
  state: CardState;

  @ApiProperty({ enum: OUTDATED_BY, nullable: true })
  why: OutdatedBy | null;

  @ApiProperty({ description: 'the account holder' })
  holderName: string;

  @ApiProperty()
  bank: string;

  @ApiProperty({ example: '1234' })
  lastDigits: string;

  @ApiProperty({ enum: CARD_REASONS, nullable: true, description: 'why it was printed again' })
  reason: CardReason | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: Date, nullable: true, description: 'null: its sheet is not delivered' })
  printedAt: Date | null;

  @ApiProperty()
  printedByName: string;

  @ApiProperty({ type: Date, nullable: true })
  revokedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  revokedByName: string | null;

  @ApiProperty({ enum: CARD_REASONS, nullable: true })
  revokedReason: CardReason | null;

  @ApiProperty({ type: String, nullable: true })
  revokedNote: string | null;
}

export class NewRevocationDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsId({ each: true })
  cardIds: Id[];

  @ApiProperty({ enum: CARD_REASONS })
  @IsIn(CARD_REASONS)
  reason: CardReason;

  @ApiPropertyOptional({ description: 'needed with the reason `other`' })
  @IsOptional()
  @IsLine(3, 200)
  note?: string;
}
