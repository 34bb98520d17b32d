import { PAPER_SIZES, type BusinessDate, type Id, type PaperSize } from '@cho40/kernel';
import { IsDay, IsId, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

export class ReceiptPaperQueryDto {
  @ApiPropertyOptional({ enum: PAPER_SIZES, description: 'A5 without it; rolls are slips' })
  @IsOptional()
  @IsIn(PAPER_SIZES)
  size: PaperSize = 'A5';
}

export class DayDto {
  @ApiProperty({ format: 'date', description: 'the bank’s booking' })
  @IsDay()
  on: BusinessDate;
}

export class PaymentReceiptQueryDto extends ListQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  marketId?: Id;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  from?: BusinessDate;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  to?: BusinessDate;
}

export class PaymentReceiptDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'BN-2026-000123' })
  number: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ example: 'K7QM3XWD9TRU', description: 'by which anybody may check it' })
  checkCode: string;

  @ApiProperty({ format: 'uuid' })
  paymentId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recordId: string | null;

  @ApiProperty({ format: 'uuid' })
  marketId: string;

  @ApiProperty()
  marketName: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  leaseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  stallCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorName: string | null;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty({ type: String, format: 'date-time', description: 'the payer’s act' })
  paidAt: Date;

  @ApiProperty({ format: 'date', description: 'the bank’s' })
  bookedOn: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'ours' })
  recordedAt: Date;

  @ApiProperty({ format: 'date' })
  issuedOn: string;

  @ApiProperty({ type: String, format: 'date-time' })
  issuedAt: Date;

  @ApiProperty({ type: String, nullable: true, description: 'null: the program, for a day' })
  issuedByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: Date | null;
}
export class PaymentReceiptPageDto extends pageDto(PaymentReceiptDto) {}

export class PaymentReceiptsMadeDto {
  @ApiProperty({ type: 'integer', description: 'payments of the day that had none before' })
  made: number;
}
