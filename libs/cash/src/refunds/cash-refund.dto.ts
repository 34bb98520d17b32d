import type { Id } from '@cho40/kernel';
import { IsId, IsLine, ListQueryDto, pageDto } from '@cho40/platform';
import { ApiProperty } from '@nestjs/swagger';

export class CashRefundQueryDto extends ListQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  boardId: Id;
}

export class PayCashRefundDto {
  @ApiProperty({ format: 'uuid', description: 'made by whoever pays; a retry repeats it' })
  @IsId()
  id: Id;
}

export class TakeBackRefundDto {
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsLine(3, 500)
  reason: string;
}

export class CashRefundDto {
  @ApiProperty({ format: 'uuid' })
  refundId: string;

  @ApiProperty({ format: 'uuid' })
  boardId: string;

  @ApiProperty({ type: 'integer', description: 'đồng' })
  amount: number;

  @ApiProperty()
  payee: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ enum: ['approved', 'paid'] })
  state: 'approved' | 'paid';

  @ApiProperty({ format: 'uuid' })
  decidedBy: string;

  @ApiProperty()
  decidedByName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  decidedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  paidAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  cashierName: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'its phiếu chi' })
  slipId: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'QC-2026-00001' })
  slipNumber: string | null;
}
export class CashRefundPageDto extends pageDto(CashRefundDto) {}
