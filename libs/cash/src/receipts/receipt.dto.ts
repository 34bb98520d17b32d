import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { RECEIPT_BOUNDS, WHY_NOT_CASHLESS, type WhyNotCashless } from '../domain/receipt-rules';

// As much as a column of the database holds; far above what a phone or a book ever counts to.
const MOST_NUMBERS = 2_000_000_000;

export class DeviceNumberDto {
  @ApiProperty({ format: 'uuid', description: 'the phone’s own, made when the app is set up' })
  @IsId()
  id: Id;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'the phone’s own count for the board' })
  @IsInt()
  @Min(1)
  @Max(MOST_NUMBERS)
  number: number;
}

export class TakeReceiptDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever types it in; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  leaseId: Id;

  @ApiPropertyOptional({ format: 'uuid', description: 'paid first; the oldest due without it' })
  @IsOptional()
  @IsId()
  billId?: Id;

  @ApiProperty({
    type: 'integer',
    description: 'đồng',
    minimum: RECEIPT_BOUNDS.min,
    maximum: RECEIPT_BOUNDS.max,
  })
  @IsInt()
  @Min(RECEIPT_BOUNDS.min)
  @Max(RECEIPT_BOUNDS.max)
  amount: number;

  @ApiProperty({ type: String, format: 'date-time' })
  @Type(() => Date)
  @IsDate()
  takenAt: Date;

  @ApiPropertyOptional({ enum: WHY_NOT_CASHLESS })
  @IsOptional()
  @IsIn(WHY_NOT_CASHLESS)
  whyNotCashless?: WhyNotCashless;

  @ApiPropertyOptional({ type: DeviceNumberDto, description: 'given before the receipt is shown' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeviceNumberDto)
  device?: DeviceNumberDto;
}

/** A sheet of a paper book, typed in later. */
export class EnterPaperReceiptDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever types it in; a retry repeats it' })
  @IsId()
  id: Id;

  @ApiProperty({ format: 'uuid' })
  @IsId()
  leaseId: Id;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  @IsInt()
  @Min(RECEIPT_BOUNDS.min)
  @Max(RECEIPT_BOUNDS.max)
  amount: number;

  @ApiProperty({ example: 'Q12', description: 'the book’s number: capitals, digits, / and -' })
  @Matches(/^[0-9A-Z][0-9A-Z/-]{0,19}$/)
  book: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'the sheet’s number in its book' })
  @IsInt()
  @Min(1)
  @Max(MOST_NUMBERS)
  serial: number;

  @ApiProperty({ format: 'date', description: 'as written on the sheet; 31 days back at most' })
  @IsDay()
  takenOn: BusinessDate;

  @ApiPropertyOptional({ enum: WHY_NOT_CASHLESS })
  @IsOptional()
  @IsIn(WHY_NOT_CASHLESS)
  whyNotCashless?: WhyNotCashless;
}

export class ReceiptQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  collectorId?: Id;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  from?: BusinessDate;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  shiftId?: Id;
}

export class ReceiptDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'PT-2026-000123' })
  number: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty()
  boardName: string;

  @ApiProperty({ format: 'uuid' })
  marketId: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ format: 'uuid' })
  leaseId: string;

  @ApiProperty()
  stallCode: string;

  @ApiProperty()
  vendorName: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ format: 'uuid' })
  collectorId: string;

  @ApiProperty()
  collectorName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  takenAt: Date;

  @ApiProperty({ format: 'date' })
  takenOn: string;

  @ApiProperty({ enum: WHY_NOT_CASHLESS, nullable: true })
  whyNotCashless: WhyNotCashless | null;

  @ApiProperty({ description: 'its payment was taken back' })
  isUndone: boolean;

  @ApiProperty({ format: 'uuid' })
  shiftId: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'the phone’s own number of it' })
  deviceNumber: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'the paper book it was written in' })
  paperBook: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  paperSerial: number | null;
}
export class ReceiptPageDto extends pageDto(ReceiptDto) {}

export class PaidPartDto {
  @ApiProperty()
  period: string;

  @ApiProperty()
  feeType: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;
}

export class ReceiptDetailDto extends ReceiptDto {
  @ApiProperty({ description: 'the sum in Vietnamese words' })
  amountInWords: string;

  @ApiProperty({ type: [PaidPartDto] })
  paidFor: PaidPartDto[];

  @ApiProperty({ type: 'integer', description: 'đồng that no bill needs yet' })
  credit: number;
}
