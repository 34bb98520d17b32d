import type { NewTicket } from '@cho40/billing';
import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { TICKET_UNITS } from '@cho40/tariffs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Serials } from '../domain/ticket-stubs';

const CARRIERS = [
  'truck',
  'cart',
  'shoulder-pole',
] as const satisfies readonly NewTicket['carrier'][];
const ACTS = ['received', 'issued', 'sold', 'unsold', 'spoiled', 'lost', 'taken-back'] as const;
const MOST_SERIALS = 100_000_000;

export class TicketBookQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ description: 'only books that have stubs left' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => value === 'true' || value === true)
  @IsBoolean()
  isOpen?: boolean;
}

export class SerialsDto implements Serials {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MOST_SERIALS)
  first: number;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MOST_SERIALS)
  last: number;
}

export class NewTicketBookDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever enters it; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  marketId: Id;

  @ApiProperty({ example: 'AB/26' })
  @Matches(/^[0-9A-Z][0-9A-Z/-]{0,19}$/)
  series: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MOST_SERIALS)
  firstSerial: number;

  @ApiProperty({ type: 'integer', description: 'at most 1,000 stubs' })
  @IsInt()
  @Min(1)
  @Max(MOST_SERIALS)
  lastSerial: number;

  @ApiProperty()
  @IsLine(1, 40)
  feeType: string;

  @ApiProperty({ enum: TICKET_UNITS })
  @IsIn(TICKET_UNITS)
  unit: NewTicket['unit'];

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.5)
  @Max(1_000)
  areaM2?: number | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true })
  @IsOptional()
  @IsBoolean()
  isRoofed?: boolean | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsLine(1, 100)
  goodsGroup?: string | null;

  @ApiPropertyOptional({ enum: CARRIERS, nullable: true })
  @IsOptional()
  @IsIn(CARRIERS)
  carrier?: NewTicket['carrier'];

  @ApiProperty({ type: 'integer', description: 'đồng, as printed on each stub' })
  @IsInt()
  @Min(1)
  @Max(500_000_000)
  price: number;

  @ApiProperty({ format: 'date' })
  @IsDay()
  receivedOn: BusinessDate;
}

export class NewReturnDto {
  @ApiProperty({ format: 'uuid', description: 'who brings them back' })
  @IsId()
  collectorId: Id;

  @ApiProperty({ format: 'date', description: 'the day on which they were sold' })
  @IsDay()
  on: BusinessDate;

  @ApiProperty({ type: [SerialsDto] })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SerialsDto)
  sold: SerialsDto[];

  @ApiProperty({ type: [SerialsDto] })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SerialsDto)
  spoiled: SerialsDto[];

  @ApiProperty({ type: [SerialsDto] })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SerialsDto)
  lost: SerialsDto[];

  @ApiProperty({ type: [SerialsDto], description: 'back on the shelf' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SerialsDto)
  unsold: SerialsDto[];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'why stubs are spoiled or lost, or were sold on a day without market',
  })
  @IsOptional()
  @IsLine(3, 200)
  reason?: string | null;
}

export class ReturnedDto {
  @ApiProperty({ type: 'integer' })
  soldCount: number;

  @ApiProperty({ type: 'integer', description: 'đồng: sold × price, in the collector’s hand' })
  expected: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId: Id | null;
}

export class TicketBookDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  series: string;

  @ApiProperty({ type: 'integer' })
  firstSerial: number;

  @ApiProperty({ type: 'integer' })
  lastSerial: number;

  @ApiProperty()
  feeType: string;

  @ApiProperty()
  feeName: string;

  @ApiProperty({ enum: TICKET_UNITS })
  unit: NewTicket['unit'];

  @ApiProperty({ type: String, nullable: true })
  goodsGroup: string | null;

  @ApiProperty({ type: 'integer', description: 'đồng, as printed' })
  price: number;

  @ApiProperty({ format: 'date' })
  receivedOn: string;

  @ApiProperty()
  receivedByName: string;

  @ApiProperty({ type: 'integer' })
  inStock: number;

  @ApiProperty({ type: 'integer', description: 'with collectors' })
  issued: number;

  @ApiProperty({ type: 'integer' })
  sold: number;

  @ApiProperty({ type: 'integer' })
  spoiled: number;

  @ApiProperty({ type: 'integer' })
  lost: number;

  @ApiProperty({ type: 'integer', description: 'đồng: sold × price' })
  soldVnd: number;
}
export class TicketBookPageDto extends pageDto(TicketBookDto) {}

/** Serials on the shelf (no collector) or with somebody. */
export class StubHolderDto extends SerialsDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  collectorId: Id | null;

  @ApiProperty({ type: String, nullable: true })
  collectorName: string | null;
}

export class StubMoveDto extends SerialsDto {
  @ApiProperty({ enum: ACTS })
  act: (typeof ACTS)[number];

  @ApiProperty({ type: String, nullable: true })
  collectorName: string | null;

  @ApiProperty({ format: 'date' })
  on: string;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  ticketNumber: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId: Id | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty()
  byName: string;
}

export class TicketBookDetailDto extends TicketBookDto {
  @ApiProperty({ type: [StubHolderDto] })
  held: StubHolderDto[];

  @ApiProperty({ type: [StubMoveDto], description: 'the last first' })
  moves: StubMoveDto[];
}
