import type { BusinessDate, Id } from '@cho40/kernel';
import { IsDay, IsId, pageDto, ListQueryDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { RECEIPT_BOUNDS, WHY_NOT_CASHLESS, type WhyNotCashless } from '../domain/receipt-rules';

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
