import type { Id } from '@cho40/kernel';
import { IsId } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsOptional } from 'class-validator';

export class CustodyQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'now without it' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  at?: Date;
}

const vnd = (description: string) => ApiProperty({ type: 'integer', description });

export class PersonCustodyDto {
  @ApiProperty({ format: 'uuid' })
  collectorId: string;

  @ApiProperty()
  collectorName: string;

  @vnd('đồng taken by receipts and tickets')
  taken: number;

  @vnd('đồng handed in')
  handedIn: number;

  @vnd('đồng still held')
  inHand: number;

  @vnd('đồng missing when counted and not paid back')
  short: number;

  @vnd('đồng too much when counted and not explained')
  over: number;
}

export class CarriedDepositDto {
  @ApiProperty()
  number: string;

  @ApiProperty()
  carrierName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  leftAt: Date;

  @vnd('đồng not yet shown by the bank')
  amount: number;
}

export class CustodyDto {
  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @vnd('đồng: in hand + safe + on the way + banked + refunded + short − over − kept')
  taken: number;

  @vnd('đồng')
  inHand: number;

  @vnd('đồng that must lie in the safe')
  safe: number;

  @vnd('đồng')
  onTheWay: number;

  @vnd('đồng')
  banked: number;

  @vnd('đồng given back to payers')
  refunded: number;

  @vnd('đồng')
  short: number;

  @vnd('đồng')
  over: number;

  @vnd('đồng of surpluses that the board kept')
  kept: number;

  @ApiProperty({ type: [PersonCustodyDto] })
  people: readonly PersonCustodyDto[];

  @ApiProperty({ type: [CarriedDepositDto] })
  carried: CarriedDepositDto[];
}
