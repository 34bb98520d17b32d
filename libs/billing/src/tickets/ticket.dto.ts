import { PAPER_SIZES, type BusinessDate, type Id, type PaperSize } from '@cho40/kernel';
import { IsDay, IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { TICKET_UNITS, type TicketAsked } from '@cho40/tariffs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { TICKET_WAYS, type TicketWay } from '../domain/ticket';

/** Money not seen yet; one live payment; taken back. */
export const TICKET_STATES = ['waiting', 'paid', 'void'] as const;
export type TicketState = (typeof TICKET_STATES)[number];
export const TICKET_CARRIERS = [
  'truck',
  'cart',
  'shoulder-pole',
] as const satisfies readonly TicketAsked['carrier'][];
const PAID_BY = ['bank', 'cash', 'settlement'] as const;
const SORTS = ['number', '-number', 'on', '-on', 'amount', '-amount'] as const;

export class TicketQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'date', description: 'of the days they are for' })
  @IsOptional()
  @IsDay()
  from?: BusinessDate;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;

  @ApiPropertyOptional({ enum: TICKET_STATES })
  @IsOptional()
  @IsIn(TICKET_STATES)
  state?: TicketState;

  @ApiPropertyOptional({ enum: TICKET_WAYS, description: 'how the seller meant to pay' })
  @IsOptional()
  @IsIn(TICKET_WAYS)
  way?: TicketWay;

  @ApiPropertyOptional({ format: 'uuid', description: 'who sold them' })
  @IsOptional()
  @IsId()
  issuedBy?: Id;

  @ApiPropertyOptional({ enum: SORTS, description: 'the last sold first without it' })
  @IsOptional()
  @IsIn(SORTS)
  override sort?: string;
}

/** What a ticket is of. */
export class TicketFactsDto {
  @ApiProperty()
  feeType: string;

  @ApiProperty({ description: 'as the line of the decision says it' })
  description: string;

  @ApiProperty({ enum: TICKET_UNITS })
  unit: TicketAsked['unit'];

  @ApiProperty({ type: String, nullable: true })
  goodsGroup: string | null;

  @ApiProperty({ enum: TICKET_CARRIERS, nullable: true })
  carrier: TicketAsked['carrier'];

  @ApiProperty({ type: Boolean, nullable: true })
  isRoofed: boolean | null;
}

export class TicketDto extends TicketFactsDto {
  @ApiProperty({ format: 'uuid' })
  id: Id;

  @ApiProperty({ example: 'PN-2026-000123' })
  number: string;

  @ApiProperty({ description: 'its payment code' })
  code: string;

  @ApiProperty({ format: 'uuid' })
  marketId: Id;

  @ApiProperty()
  marketName: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'date', description: 'the day it is for' })
  on: string;

  @ApiProperty({ type: String, nullable: true, description: 'why on no market day' })
  offDayReason: string | null;

  @ApiProperty({ type: Number, nullable: true })
  areaM2: number | null;

  @ApiProperty({ type: 'integer', description: 'stubs of a paper book, else 1' })
  count: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  unitPrice: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: 'integer', nullable: true })
  taxPercent: number | null;

  @ApiProperty({ type: 'integer', description: 'đồng of the amount' })
  taxAmount: number;

  @ApiProperty({ description: 'the decision its price stands on' })
  decisionNumber: string;

  @ApiProperty({ enum: TICKET_WAYS })
  way: TicketWay;

  @ApiProperty({ enum: TICKET_STATES })
  state: TicketState;

  @ApiProperty({ enum: PAID_BY, nullable: true })
  paidBy: (typeof PAID_BY)[number] | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'đồng that came, another sum than its amount where a person said so',
  })
  paidAmount: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  paidAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  issuedAt: Date;

  @ApiProperty()
  issuedByName: string;

  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;
}
export class TicketPageDto extends pageDto(TicketDto) {}

export class TicketSumDto {
  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;
}

/** The live tickets of some days, by what became of their money. */
export class TicketSumsDto {
  @ApiProperty({ type: TicketSumDto })
  sold: TicketSumDto;

  @ApiProperty({ type: TicketSumDto })
  cash: TicketSumDto;

  @ApiProperty({ type: TicketSumDto })
  bank: TicketSumDto;

  @ApiProperty({ type: TicketSumDto, description: 'money not seen yet' })
  waiting: TicketSumDto;
}

export class TicketKindQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  marketId: Id;

  @ApiProperty({ format: 'date' })
  @IsDay()
  on: BusinessDate;
}

/** One price that tickets of a day are sold by. */
export class TicketKindDto extends TicketFactsDto {
  @ApiProperty({ format: 'uuid' })
  tariffId: Id;

  @ApiProperty()
  feeNameVi: string;

  @ApiProperty()
  feeNameEn: string;

  @ApiProperty({ type: 'integer', description: 'đồng, VAT included' })
  price: number;

  @ApiProperty({ type: 'integer', nullable: true })
  taxPercent: number | null;

  @ApiProperty()
  isPassThrough: boolean;

  @ApiProperty()
  decisionNumber: string;
}

/** What a market sells tickets by on a day. */
export class TicketKindsDto {
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'whether the market meets; null: nobody entered its days',
  })
  isMarketDay: boolean | null;

  @ApiProperty({ type: [TicketKindDto] })
  kinds: TicketKindDto[];
}

export class TicketPaperQueryDto {
  @ApiPropertyOptional({ enum: PAPER_SIZES, default: 'roll-80' })
  @IsOptional()
  @IsIn(PAPER_SIZES)
  size: PaperSize = 'roll-80';
}
