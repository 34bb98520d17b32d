import type { NewTicket, SoldTicket } from '@cho40/billing';
import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, IsLine } from '@cho40/platform';
import { TICKET_UNITS } from '@cho40/tariffs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const CARRIERS = [
  'truck',
  'cart',
  'shoulder-pole',
] as const satisfies readonly NewTicket['carrier'][];
const WAYS = ['cash', 'bank'] as const satisfies readonly NewTicket['way'][];
const OUTCOMES = ['sold', 'already'] as const satisfies readonly SoldTicket['outcome'][];

export class NewTicketDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever sells; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  marketId: Id;

  @ApiProperty({ format: 'date', description: 'the day it is for: today, ahead or back' })
  @IsDay()
  on: BusinessDate;

  @ApiProperty({ description: 'the price must name it' })
  @IsLine(1, 40)
  feeType: string;

  @ApiProperty({ enum: TICKET_UNITS })
  @IsIn(TICKET_UNITS)
  unit: NewTicket['unit'];

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'of m2-day only' })
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

  @ApiProperty({ enum: WAYS, description: 'cash is taken at once; bank waits for the transfer' })
  @IsIn(WAYS)
  way: NewTicket['way'];

  @ApiPropertyOptional({ type: String, nullable: true, description: 'of a day without market' })
  @IsOptional()
  @IsLine(3, 200)
  offDayReason?: string | null;
}

export class SellTicketsDto {
  @ApiProperty({ type: [NewTicketDto], maxItems: 100 })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => NewTicketDto)
  tickets: NewTicketDto[];
}

export class SoldTicketDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ example: 'PN-2026-000123' })
  number: string;

  @ApiProperty({ description: 'its payment code' })
  code: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ enum: OUTCOMES })
  outcome: SoldTicket['outcome'];
}

export class SoldTicketsDto {
  @ApiProperty({ type: [SoldTicketDto] })
  items: SoldTicketDto[];
}

export class VoidTicketDto {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsLine(3, 500)
  reason: string;
}
